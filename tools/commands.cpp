#include "tools/command.hpp"

namespace daicho {

namespace {

// One line a command; the order is that of the help.
const Command table[] = {
    {"parse",
     {"文字列を値として読み取り、標準の表記に直す", "Read texts as values; give their standard form"},
     add_parse},
    {"validate",
     {"表が GIF のモデルに合うかを調べる", "Check a table against a GIF data model"},
     add_validate},
    {"check",
     {"リポジトリの表を daicho.toml の決まりで調べる",
      "Check the tables of a repository as daicho.toml asks"},
     add_check},
    {"baseline",
     {"今ある指摘を書き留め、新しい指摘だけを失敗とする",
      "Write down the findings there are, so that only new ones fail"},
     add_baseline},
    {"init", {"フォルダーを見て daicho.toml を作る", "Look at a folder and write its daicho.toml"}, add_init},
    {"config",
     {"設定ファイル（daicho.toml）の設定を表示する",
      "Show the settings of daicho.toml and where they come from"},
     add_config},
    {"fix",
     {"意味の変わらない修正だけをし、ほかのバイトは元のままにする",
      "Make the repairs that cannot change the meaning; every other byte stays"},
     add_fix},
    {"transform",
     {"表を GIF のモデルに合わせて書き直す", "Rewrite a table to fit a GIF data model"},
     add_transform},
    {"convert",
     {"表の文字コードと書式を変える（値は変えない）",
      "Change encoding and dialect of a table, not its cells"},
     add_convert},
    {"profile", {"表に何が入っているかを調べる", "Find out what is in a table"}, add_profile},
    {"lookup",
     {"住所・市区町村・法人・文字・コードなどを検索する",
      "Look up addresses, municipalities, corporations, characters, codes"},
     add_lookup},
    {"serve", {"台帳ファイルの検索に HTTP で答える", "Answer look-ups and checks over HTTP"}, add_serve},
    {"characters",
     {"文字を調べ、直す（文字コードなど）", "Check and fix characters, encodings and gaiji"},
     add_characters},
    {"models",
     {"GIF のモデルを一覧し、説明し、検索する",
      "List, show and search the data models; check and import them"},
     add_models},
    {"fetch", {"公表データをダウンロードする", "Download official publications"}, add_fetch},
    {"build", {"公表データから台帳ファイルを作る", "Build a registry from official publications"}, add_build},
    {"update",
     {"新しい版や差分を台帳ファイルに取り込む", "Add newer editions and differences to a registry"},
     add_update},
    {"info", {"台帳ファイルの内容と出典を示す", "Show what a registry was built from"}, add_info},
    {"verify", {"台帳ファイルの整合性を調べる", "Check the integrity of a registry"}, add_verify},
    {"publish",
     {"台帳ファイルをほかのサーバーに配る形で公開する", "Publish a registry for other servers to take"},
     add_publish},
    {"pull",
     {"公開された台帳ファイルを、変わった部分だけ受け取る",
      "Take a published registry, fetching only what changed"},
     add_pull},
    {"propagate",
     {"法人の異動から、表の修正が必要な箇所を求める", "Find what changes of corporations mean for a table"},
     add_propagate},
    {"match",
     {"二つの表の法人などを突き合わせる", "Match two tables of corporations; ambiguous pairs are refused"},
     add_match},
    {"diff",
     {"二つの表を比べ、違いを種類ごとに示す", "Compare two tables; each difference has a class"},
     add_diff},
    {"patch", {"差分やパッチを表に適用する", "Apply a diff or a patch to a table"}, add_patch},
    {"merge",
     {"元の表から作られた二つの表を、セルごとに一つにまとめる", "Merge two tables made of one, cell by cell"},
     add_merge},
    {"undo", {"変更を記録から元に戻す", "Take a change back by its record"}, add_undo},
    {"rules", {"検査の規則を一覧し、説明する", "List and explain the rules of the checks"}, add_rules},
};

}  // namespace

std::span<const Command> commands() {
    return table;
}

}  // namespace daicho
