#include "tools/characters/characters_command.hpp"

#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "tools/command.hpp"

namespace daicho {

namespace {

// One line a subcommand; the order is that of the help.
const Command subcommands[] = {
    {"check",
     {"文字を調べる: 使えない・見えない・JIS X 0213にない・紛らわしい文字",
      "Check characters: unusable, unseen, outside JIS X 0213, look-alikes"},
     add_characters_check},
    {"detect",
     {"文字コードを、すべてのバイトを根拠に見分ける", "Name the encoding of files, with the evidence"},
     add_characters_detect},
    {"repair",
     {"文字化けを、証明できるものだけ元に戻す", "Undo mojibake, where it can be proven"},
     add_characters_repair},
    {"shrink",
     {"文字をJIS X 0213や0208に収める: 候補と根拠",
      "Fit characters into JIS X 0213 or 0208: candidates and authority"},
     add_characters_shrink},
    {"convert",
     {"文字を変換し、元に戻せる記録を残す", "Convert characters, with a record that undoes it"},
     add_characters_convert},
    {"compare",
     {"2つのファイルの違いを、その種類とともに示す", "Tell how two files differ, and in what"},
     add_characters_compare},
    {"gaiji",
     {"外字対応表を、一覧とデータに照らして調べる",
      "Audit a table of own characters against the standard and data"},
     add_characters_gaiji},
};

void group_in_japanese(CLI::App& app) {
    app.group("コマンド");
    app.get_help_ptr()->group("オプション");
}

/// Runs the subcommand that was named.
class CharactersAction final : public Action {
 public:
    void add(CLI::App* app, std::unique_ptr<Action> action) { actions_.emplace_back(app, std::move(action)); }

    Exit run(const Session& session) const override {
        for (const auto& [app, action] : actions_) {
            if (app->parsed()) return action->run(session);
        }
        return Exit::failure;
    }

 private:
    std::vector<std::pair<CLI::App*, std::unique_ptr<Action>>> actions_;
};

}  // namespace

std::unique_ptr<Action> add_characters(CLI::App& app, const Session& session) {
    auto action = std::make_unique<CharactersAction>();
    for (const Command& subcommand : subcommands) {
        CLI::App* sub =
            app.add_subcommand(subcommand.name, std::string{subcommand.help.in(session.language)});
        if (session.language == Language::ja) group_in_japanese(*sub);
        action->add(sub, subcommand.add(*sub, session));
    }
    app.require_subcommand(1);
    return action;
}

}  // namespace daicho
