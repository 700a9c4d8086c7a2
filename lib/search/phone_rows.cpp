#include "search/phone_rows.hpp"

#include <array>
#include <cassert>
#include <numeric>

namespace marque {

namespace {

using transcription::Phone;

constexpr unsigned least_told = 12;   // an h, w or y that opens no syllable weighs less

struct Header {
  std::uint32_t runs = 0, columns = 0;
};

/// Where the parts of a bucket lie.
struct Layout {
  std::uint64_t runs = sizeof(Header), starts, columns, references, end;

  Layout(const Header& header, std::uint64_t rows)
      : starts(runs + std::uint64_t{header.runs} * sizeof(PhoneRows::Run)),
        columns(aligned_64(starts + (blocks_of(rows) + 1) * sizeof(std::uint32_t))),
        references(columns + std::uint64_t{header.columns} * block_rows),
        end(aligned_64(references + rows * sizeof(std::uint32_t))) {}
};

/// Codes and the phones that they stand for.
struct Codes {
  std::array<Phone, phone_codes> phones{};
  std::array<std::array<std::uint8_t, 256>, transcription::most_sounds> codes{};   // by sound and weight
  std::size_t count = 1;

  Codes() {
    for (const Phone phone : transcription::letter_phones()) {
      std::uint8_t& code = codes[phone.sound][phone.weight];
      if (code != 0) continue;
      assert(count < phone_codes);
      code = static_cast<std::uint8_t>(count);
      phones[count++] = phone;
    }
  }
};

const Codes& known() {
  static const Codes codes;
  return codes;
}

std::uint32_t key_of(std::span<const std::uint8_t> codes) {
  std::uint32_t told[2]{};
  std::size_t count = 0;
  for (const std::uint8_t code : codes) {
    if (count < 2 && !is_light(known().phones[code])) told[count++] = code;
  }
  return (told[0] << 7 | told[1]) << 6 | static_cast<std::uint32_t>(codes.size());
}

}  // namespace

Phone phone_of_code(std::size_t code) noexcept { return known().phones[code]; }
std::size_t codes_in_use() noexcept { return known().count; }

bool is_light(Phone phone) noexcept { return transcription::is_vowel_sound(phone.sound) || phone.weight < least_told; }

void PhoneRowsBuilder::add(std::uint32_t reference, const transcription::Letters& phones) {
  const std::size_t begin = codes_.size();
  for (std::size_t at = 0; at < phones.size; ++at) codes_.push_back(known().codes[phones.phones[at].sound][phones.phones[at].weight]);
  ends_.push_back(static_cast<std::uint32_t>(codes_.size()));
  keys_.push_back(key_of(std::span(codes_).subspan(begin)));
  references_.push_back(reference);
}

void PhoneRowsBuilder::write(std::vector<std::byte>& bytes) const {
  const std::size_t rows = references_.size(), begin = bytes.size();
  constexpr std::uint32_t all_lengths = 1u << 6, all_codes = 1u << 7;
  static_assert(transcription::most_letters < all_lengths && phone_codes == all_codes);
  std::vector<std::uint32_t> order(rows);
  std::iota(order.begin(), order.end(), 0u);
  counting_sort(order, all_codes * all_lengths, [&](std::uint32_t row) { return std::size_t{keys_[row] % (all_codes * all_lengths)}; });
  counting_sort(order, all_codes, [&](std::uint32_t row) { return std::size_t{keys_[row] / (all_codes * all_lengths)}; });

  std::vector<PhoneRows::Run> runs;
  std::vector<std::uint32_t> starts{0};
  for (std::size_t place = 0; place < rows; ++place) {
    const std::uint32_t told = keys_[order[place]] / all_lengths;
    const PhoneRows::Run run{static_cast<std::uint8_t>(told / all_codes), static_cast<std::uint8_t>(told % all_codes), 0,
                             static_cast<std::uint32_t>(place)};
    if (runs.empty() || runs.back().first != run.first || runs.back().second != run.second) runs.push_back(run);
    if (place % block_rows == 0) starts.push_back(starts.back());
    const std::uint32_t length = keys_[order[place]] % all_lengths, first = starts[starts.size() - 2];
    starts.back() = std::max(starts.back(), first + length);
  }
  const Header header{static_cast<std::uint32_t>(runs.size()), starts.back()};
  const Layout layout(header, rows);
  bytes.resize(begin + layout.end);
  put(bytes, begin, std::span(&header, 1));
  put(bytes, begin + layout.runs, std::span<const PhoneRows::Run>(runs));
  put(bytes, begin + layout.starts, std::span<const std::uint32_t>(starts));
  auto* const columns = reinterpret_cast<std::uint8_t*>(bytes.data() + begin + layout.columns);
  for (std::size_t place = 0; place < rows; ++place) {
    const std::uint32_t row = order[place], from = row == 0 ? 0 : ends_[row - 1];
    std::uint8_t* to = columns + std::size_t{starts[place / block_rows]} * block_rows + place % block_rows;
    for (std::uint32_t at = from; at < ends_[row]; ++at, to += block_rows) *to = codes_[at];
    std::memcpy(bytes.data() + begin + layout.references + place * sizeof(std::uint32_t), &references_[row], sizeof(std::uint32_t));
  }
}

std::optional<PhoneRows> PhoneRows::open(std::span<const std::byte> bytes, std::size_t rows) {
  Header header;
  if (bytes.size() < sizeof header || rows > 0xffffffffu) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof header);
  const Layout layout(header, rows);
  if (layout.end > bytes.size()) return std::nullopt;
  return PhoneRows{rows, part<Run>(bytes, layout.runs, header.runs), part<std::uint32_t>(bytes, layout.starts, blocks_of(rows) + 1),
                   part<std::uint8_t>(bytes, layout.columns, std::uint64_t{header.columns} * block_rows),
                   at_offset<std::uint32_t>(bytes, layout.references)};
}

}  // namespace marque
