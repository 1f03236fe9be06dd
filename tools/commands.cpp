#include "tools/command.hpp"

namespace daicho {

namespace {

// One line a command; the order is that of the help.
const Command table[] = {
    {"parse",
     {"文字列を値として読み、共通の書式に直す", "Read texts as values and give their common form"},
     add_parse},
    {"validate",
     {"表を GIF のモデルに照らして調べる", "Check a table against a GIF data model"},
     add_validate},
    {"transform",
     {"表を GIF のモデルに合わせて書き直す", "Rewrite a table to a GIF data model"},
     add_transform},
    {"convert",
     {"表の文字コードと書式を変える（値は変えない）",
      "Change encoding and dialect of a table, not its cells"},
     add_convert},
    {"profile", {"表に何が入っているかを調べる", "Find out what is in a table"}, add_profile},
    {"models",
     {"GIF のモデルを一覧し、説明し、探す", "List, show and search the data models; check and import them"},
     add_models},
    {"rules", {"検査の規則を一覧し、説明する", "List and explain the rules of the checks"}, add_rules},
};

}  // namespace

std::span<const Command> commands() {
    return table;
}

}  // namespace daicho
