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
    {"lookup", {"市区町村やコードを引く", "Look up municipalities, codes and their history"}, add_lookup},
    {"characters",
     {"文字を調べ、直す（文字コードなど）", "Check and mend characters: encodings and more"},
     add_characters},
    {"models",
     {"GIF のモデルを一覧し、説明し、探す", "List, show and search the data models; check and import them"},
     add_models},
    {"fetch", {"公表データをダウンロードする", "Download official publications"}, add_fetch},
    {"build", {"公表データから台帳を作る", "Make a registry of official publications"}, add_build},
    {"update",
     {"新しい版や差分を台帳に加える", "Add newer editions and differences to a registry"},
     add_update},
    {"info", {"台帳の中身と出典を示す", "Show what a registry was made of"}, add_info},
    {"verify", {"台帳の整合性を調べる", "Check that a registry holds together"}, add_verify},
    {"propagate",
     {"法人の登記の変更から、表のどこを直すかを求める",
      "Say what changes of the corporate register mean for a table"},
     add_propagate},
    {"match",
     {"二つの表の法人などを突き合わせる", "Join two tables of corporations, refusing what is ambiguous"},
     add_match},
    {"patch", {"直し方（パッチ）を表に当てる", "Apply a patch to a table"}, add_patch},
    {"rules", {"検査の規則を一覧し、説明する", "List and explain the rules of the checks"}, add_rules},
};

}  // namespace

std::span<const Command> commands() {
    return table;
}

}  // namespace daicho
