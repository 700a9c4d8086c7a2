#include "marque/interchange/xlsx.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <utility>

#include "interchange/table_columns.hpp"
#include "interchange/xml_escape.hpp"

namespace marque {
namespace {

constexpr std::size_t characters_a_cell = 32'767;
constexpr lxw_row_t rows_a_sheet = LXW_ROW_MAX;

/// UTF-16 units that Excel counts as characters, up to `most`; gives the bytes they take.
std::size_t bytes_within(std::string_view text, std::size_t most) {
  std::size_t units = 0, at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    units += length == 4 ? 2 : 1;
    if (units > most) return at;
    at += length;
  }
  return text.size();
}

/// Controls that XML cannot hold are lost in a spreadsheet.
std::string text_of_cell(std::string_view text) {
  std::string kept;
  for (const char c : text) kept.push_back(static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' ? ' ' : c);
  return kept;
}

Error failed(const std::string& path, lxw_error error) {
  return Error{error == LXW_ERROR_MEMORY_MALLOC_FAILED ? ErrorCode::out_of_memory : ErrorCode::storage,
               "the workbook cannot be written: " + std::string(lxw_strerror(error))}
      .in_file(path);
}

}  // namespace

struct XlsxWriter::State {
  std::string path;
  std::vector<std::string> header;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* bold = nullptr;
  lxw_row_t row = 0;
  std::size_t cut = 0;

  ~State() {
    if (book) lxw_workbook_free(book);
  }

  Result<void> begin_sheet() {
    sheet = workbook_add_worksheet(book, nullptr);
    if (!sheet) return failed(path, LXW_ERROR_MEMORY_MALLOC_FAILED);
    row = 0;
    if (const Result<void> written = write(header, bold); !written) return written;
    worksheet_freeze_panes(sheet, 1, 0);
    return {};
  }

  Result<void> write(const std::vector<std::string>& cells, lxw_format* format) {
    for (std::size_t i = 0; i < cells.size() && i < LXW_COL_MAX; ++i) {
      if (cells[i].empty()) continue;
      std::string text = text_of_cell(cells[i]);
      if (const std::size_t end = bytes_within(text, characters_a_cell); end < text.size()) {
        text = text.substr(0, bytes_within(text, characters_a_cell - 1)) + "…";
        ++cut;
      }
      const lxw_error error = worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), text.c_str(), format);
      if (error != LXW_NO_ERROR) return failed(path, error);
    }
    ++row;
    return {};
  }
};

XlsxWriter::XlsxWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
XlsxWriter::XlsxWriter(XlsxWriter&&) noexcept = default;
XlsxWriter& XlsxWriter::operator=(XlsxWriter&&) noexcept = default;
XlsxWriter::~XlsxWriter() = default;

Result<XlsxWriter> XlsxWriter::create(const std::string& path, std::vector<std::string> header) {
  auto state = std::make_unique<State>();
  state->path = path;
  state->header = std::move(header);
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.use_zip64 = LXW_TRUE;
  state->book = workbook_new_opt(path.c_str(), &options);
  if (!state->book) return failed(path, LXW_ERROR_MEMORY_MALLOC_FAILED);
  state->bold = workbook_add_format(state->book);
  format_set_bold(state->bold);
  if (const Result<void> begun = state->begin_sheet(); !begun) return begun.error();
  return XlsxWriter(std::move(state));
}

Result<void> XlsxWriter::add(const std::vector<std::string>& cells) {
  if (state_->row == rows_a_sheet)
    if (const Result<void> begun = state_->begin_sheet(); !begun) return begun;
  return state_->write(cells, nullptr);
}

Result<void> XlsxWriter::add(const Entry& entry, Language language) { return add(table_cells(entry, language)); }

std::size_t XlsxWriter::cut_cells() const noexcept { return state_->cut; }

Result<void> XlsxWriter::finish() {
  const lxw_error error = workbook_close(std::exchange(state_->book, nullptr));
  return error == LXW_NO_ERROR ? Result<void>{} : failed(state_->path, error);
}

std::vector<std::string> record_table_header(Language language) { return table_header(language); }

}  // namespace marque
