#include "tools/characters/characters_command.hpp"

#include <utility>
#include <vector>

#include "tools/command.hpp"

namespace daicho {

namespace {

// One line a subcommand; the order is that of the help.
const Command subcommands[] = {
    {"check",
     {"文字を調べる: 使えない・見えない・JIS X 0213にない・紛らわしい文字",
      "Check characters: unusable, invisible, outside JIS X 0213, look-alikes"},
     add_characters_check},
    {"detect",
     {"文字コードを、すべてのバイトを根拠に判定する", "Name the encoding of files, with the evidence"},
     add_characters_detect},
    {"repair",
     {"文字化けを、証明できるものだけ元に戻す", "Undo mojibake where it can be proven"},
     add_characters_repair},
    {"shrink",
     {"文字をJIS X 0213や0208に縮退する: 候補と根拠",
      "Shrink characters to JIS X 0213 or 0208: candidates and authority"},
     add_characters_shrink},
    {"convert",
     {"文字を変換し、元に戻せる記録を残す", "Convert characters, with a record that undoes it"},
     add_characters_convert},
    {"compare",
     {"2つのファイルの違いを、その種類とともに示す", "Compare two files; show each difference and its kind"},
     add_characters_compare},
    {"gaiji",
     {"外字対応表を、文字の一覧とデータを使って調べる", "Audit a gaiji table against the standard and data"},
     add_characters_gaiji},
    {"inventory",
     {"ファイルにあるすべての文字の一覧: 数、場所、MJ・戸籍・住基・登記の番号",
      "List all characters of files: counts, places, MJ and register numbers"},
     add_characters_inventory},
    {"identify",
     {"外字を同定する: 候補、照合票、対応表",
      "Identify gaiji: candidates, a sheet to compare shapes on, the table"},
     add_characters_identify},
};

/// Runs the subcommand that was named.
class CharactersAction final : public Action {
 public:
    void add(const Subcommand& subcommand, std::unique_ptr<Action> action) {
        actions_.emplace_back(&subcommand, std::move(action));
    }

    Exit run(const Session& session) const override {
        for (const auto& [subcommand, action] : actions_) {
            if (subcommand->chosen) return action->run(session);
        }
        return Exit::failure;
    }

 private:
    std::vector<std::pair<const Subcommand*, std::unique_ptr<Action>>> actions_;
};

}  // namespace

std::unique_ptr<Action> add_characters(OptionList& list) {
    auto action = std::make_unique<CharactersAction>();
    for (const Command& command : subcommands) {
        Subcommand& subcommand = list.command(command.name, command.help);
        action->add(subcommand, command.add(subcommand.list));
    }
    return action;
}

}  // namespace daicho
