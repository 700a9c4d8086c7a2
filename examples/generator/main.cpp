// generate_register OUT_DIR [--seed N] [--marks N]: writes a made-up register of the district to OUT_DIR/register.jsonl,
// the pictures of its marks to OUT_DIR/pictures, and the logo of a newcomer who imitates one of them to
// OUT_DIR/example-logo.png. The same bytes on every machine.

#include <atomic>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "marque/interchange/json.hpp"
#include "marque/logo/decode.hpp"
#include "sample_register.hpp"

namespace {

constexpr std::uint32_t picture_side = 160;

struct Command {
  std::filesystem::path folder;
  SamplePlan plan;
};

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

std::optional<Command> read_command(const std::vector<std::string_view>& arguments) {
  Command command;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool has_value = i + 1 < arguments.size();
    if (arguments[i] == "--seed" && has_value) {
      if (!read_number(arguments[++i], command.plan.seed)) return {};
    } else if (arguments[i] == "--marks" && has_value) {
      if (!read_number(arguments[++i], command.plan.marks) || command.plan.marks < 1 || command.plan.marks > 19'000) return {};
    } else if (command.folder.empty() && !arguments[i].starts_with("-")) {
      command.folder = arguments[i];
    } else {
      return {};
    }
  }
  if (command.folder.empty()) return {};
  return command;
}

bool write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return !file.fail();
}

bool write_picture(const std::filesystem::path& path, const Emblem& emblem) {
  const marque::Image image = marque::encode_png(painted(emblem, picture_side));
  return write_file(path, {reinterpret_cast<const char*>(image.bytes.data()), image.bytes.size()});
}

/// Each picture by itself, so that the order of threads does not matter.
bool write_pictures(const std::filesystem::path& folder, const std::vector<SamplePicture>& pictures) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> good{true};
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
    workers.emplace_back([&] {
      for (std::size_t at = next++; at < pictures.size(); at = next++)
        if (!write_picture(folder / pictures[at].path, pictures[at].emblem)) good = false;
    });
  workers.clear();
  return good;
}

bool write_register(const std::filesystem::path& folder, const SampleRegister& sample) {
  std::error_code error;
  std::filesystem::create_directories(folder / "pictures", error);
  std::string lines;
  for (const marque::Entry& entry : sample.entries) lines += marque::to_json(entry) + "\n";
  return !error && write_file(folder / "register.jsonl", lines) && write_pictures(folder, sample.pictures) &&
         (sample.example_logo.layers.empty() || write_picture(folder / "example-logo.png", sample.example_logo));
}

}  // namespace

int main(int argc, char** argv) {
  const std::optional<Command> command = read_command({argv + 1, argv + argc});
  if (!command) {
    std::fputs("usage: generate_register OUT_DIR [--seed N] [--marks N]   (N marks: 1 to 19000)\n", stderr);
    return 2;
  }
  const SampleRegister sample = make_sample_register(command->plan);
  if (!write_register(command->folder, sample)) {
    std::fprintf(stderr, "generate_register: cannot write to %s\n", command->folder.c_str());
    return 5;
  }
  std::printf("%zu records, %zu pictures in %s\n", sample.entries.size(), sample.pictures.size(), command->folder.c_str());
}
