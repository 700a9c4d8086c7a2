#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/base/limits.hpp"
#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "marque/law/goods_table.hpp"
#include "marque/model/date.hpp"
#include "marque/model/entry.hpp"
#include "marque/text/dictionary.hpp"

namespace marque::cli {

/// How a command ends, as scripts read it.
enum Exit : int {
  done = 0,
  listed = 1,        ///< findings, or hits of a query
  usage = 2,
  quarantined = 3,   ///< at least one record was not stored
  damaged = 4,
  unavailable = 5,   ///< storage or connection
  interrupted = 130,
};

enum class Format { text, json, tsv, csv, html, xlsx, st96, sqlite, ics };

/// What every command is given.
struct Program {
  Language language = Language::en;
  std::string format_name;                ///< as given; empty: text on a terminal, tsv for rows elsewhere
  std::string as_of_text;                 ///< as given; empty: today
  std::string dictionary_path;            ///< as given; empty: what marque carries
  std::vector<std::string> goods_tables;  ///< as given: files of the goods table 区分表
  bool restricted = false;                ///< what is not for everybody is shown, too
  bool quiet = false;
  Limits limits;                          ///< `--limit NAME=VALUE`

  std::string say(const Bilingual& sentence) const { return sentence.in(language); }
};

/// An Error on its way to the exit code. Thrown by commands, caught in main only.
struct Failure {
  Error error;
};

/// The value, or the Failure.
template <class T>
T need(Result<T> result) {
  if (!result) throw Failure{result.error()};
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

int exit_code_of(const Error& error) noexcept;

/// The format asked for, if it is one of those a command has (`text json` …); a usage Failure otherwise.
Format format_of(const Program& program, std::string_view possible, Format fallback = Format::text);

/// Takes one `--limit NAME=VALUE`; a usage Failure where it says nothing of the kind.
void set_limit_of(Program& program, const std::string& setting);

/// The clock: `--as-of`, or today.
Date as_of(const Program& program);

/// The dictionary of `--dictionary` or MARQUE_DICTIONARY, read now; else what marque carries. Lines it could not read
/// are told on stderr.
Dictionary dictionary_of(const Program& program);

/// The goods tables of `--goods-table` or MARQUE_GOODS_TABLE, else the file R.goods beside the register, else none. What could not be
/// read in them is told on stderr.
GoodsTable goods_table_of(const Program& program, const std::string& register_path = {});

bool on_terminal(int descriptor) noexcept;

/// Writes to stdout; a broken pipe ends the program quietly, another failure is a Failure.
void print(std::string_view text);

/// Hands on what print() has kept back, with the same failures.
void flush_output();

/// An entry, or a piece of one, as this run may show it: without restricted personal data unless it was asked for.
Entry shown(const Program& program, Entry entry);
std::string shown(const Program& program, std::string_view text);

/// A line on stderr.
void remark(const Program& program, std::string_view line);

/// Progress on stderr: a moving line on a terminal after half a second, a plain line every ten seconds elsewhere.
/// Says stop after an interrupt (Ctrl-C).
Progress progress_bar(const Program& program, std::string what, std::string unit);

void catch_interrupts();
bool was_interrupted() noexcept;

/// The parts of a list between its separators, those that are empty left out.
std::vector<std::string> parts_of(std::string_view text, char separator);

/// A line of fields with tabs between them, its end included.
std::string tsv_row(const std::vector<std::string>& fields);

/// A whole file, or stdin for `-`; at most `limit` bytes, a bound that may have a name of its own (base/limits.hpp).
std::string read_file(const std::string& path, std::uint64_t limit, std::string_view name_of_limit = {});

/// Its lines without their ends, an empty last one dropped. A byte order mark is removed.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace marque::cli
