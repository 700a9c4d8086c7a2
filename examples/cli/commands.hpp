#pragma once

#include <functional>
#include <string>

#include "program.hpp"

namespace CLI {
class App;
}

namespace marque::cli {

/// Each adds its commands to the program. A command's body runs after parsing and sets `exit_code`.
using Body = std::function<int()>;
using Chosen = std::function<void(Body)>;

void add_register_commands(CLI::App& app, Program& program, const Chosen& chosen);   // init add record convert undo
void add_exchange_commands(CLI::App& app, Program& program, const Chosen& chosen);   // import export
void add_look_commands(CLI::App& app, Program& program, const Chosen& chosen);       // show query
void add_keep_commands(CLI::App& app, Program& program, const Chosen& chosen);       // verify backup restore doctor erase
void add_law_commands(CLI::App& app, Program& program, const Chosen& chosen);        // deadline docket
void add_check_command(CLI::App& app, Program& program, const Chosen& chosen);       // check
void add_word_commands(CLI::App& app, Program& program, const Chosen& chosen);       // normalize compare
void add_index_commands(CLI::App& app, Program& program, const Chosen& chosen);      // index search
void add_goods_commands(CLI::App& app, Program& program, const Chosen& chosen);      // goods bundle
void add_divisions_command(CLI::App& app, Program& program, const Chosen& chosen);   // divisions
void add_use_command(CLI::App& app, Program& program, const Chosen& chosen);         // use
void add_indicators_command(CLI::App& app, Program& program, const Chosen& chosen);  // indicators

}  // namespace marque::cli
