#include <algorithm>

#include "grammars/base/error.hpp"
#include "models/dictionary/sheets.hpp"
#include "models/export/export_form.hpp"
#include "tools/command.hpp"
#include "tools/models_options.hpp"
#include "tools/option_list.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

/// What can be done with models; `words` names what must be given.
struct ModelsAction {
    std::string_view name;
    Text words;
    Exit (*run)(const ModelsOptions& options, const Session& session);
};

constexpr ModelsAction actions[] = {
    {"list", {"", ""}, list_models},
    {"show", {"クラスかコード一覧の名前", "CLASS or code list"}, show_models},
    {"search", {"語", "WORD"}, search_models},
    {"check", {"ファイル", "FILE.gifm"}, check_models},
    {"import", {"ファイル", "FILE"}, import_model},
    {"export", {"クラスの名前", "CLASS"}, export_models},
    {"template", {"クラスの名前", "CLASS"}, template_models},
    {"diff", {"旧 新", "OLD NEW"}, diff_models},
    {"infer", {"データのファイル", "FILE"}, infer_models},
};

Exit run_models(const ModelsOptions& options, const Session& session) {
    if (options.action == "show" && !options.as.empty()) {  // another word for it
        ModelsOptions asked = options;
        asked.action = "export";
        asked.sheet.extensions = options.sheet.extensions || (options.words.empty() && options.as == "html");
        return run_models(asked, session);
    }
    const auto action = std::ranges::find(actions, options.action, &ModelsAction::name);
    if (action == std::end(actions)) {
        std::vector<std::string_view> names;
        for (const auto& one : actions) names.push_back(one.name);
        if (!options.action.empty()) refuse_unknown_word("", options.action, names);
        throw Error{ErrorKind::usage,
                    "「daicho models list」のように指定してください。使えるもの: " + list_words(names),
                    "say what to do, as in 'daicho models list' (choices: " + list_words(names) + ")"};
    }
    if (!action->words.en.empty() && options.words.empty() && !options.same_name && !options.same_meaning &&
        !options.sheet.extensions) {
        const std::string said = "daicho models " + options.action + " ";
        throw Error{ErrorKind::usage, "「" + said + std::string(action->words.ja) + "」と指定してください",
                    "say '" + said + std::string(action->words.en) + "'"};
    }
    return action->run(options, session);
}

}  // namespace

std::unique_ptr<Action> add_models(OptionList& list) {
    auto action = std::make_unique<ActionOf<ModelsOptions>>(run_models);
    ModelsOptions& options = action->options;
    list.argument(
        "ACTION", options.action,
        {"list: 一覧、show: 説明、search: 検索、check: モデルファイルの検査、import: 取り込み、export: "
         "書き出し、template: 記入用の様式、infer: データからの下書き、diff: 二つの版の違い",
         "list, show, search, check a model file, import one, export it for other programs, make a form to "
         "fill in, infer a model from a dataset, or diff two"});
    list.arguments("NAME", options.words,
                   {"クラス、コード一覧、検索語、またはファイル", "Classes, code lists, words or files"});
    Choices<std::string> forms;
    for (const SheetForm& form : sheet_forms()) forms.emplace_back(form.name, form.name);
    list.choice("--format", options.form, forms,
                {"出力の形式（既定は text）", "Output format (default: text)"});
    list.number("--depth", "N", options.sheet.depth,
                {"展開する入れ子の段数（既定は 1）", "Levels of nested classes to expand (default: 1)"});
    list.flag("--all", options.sheet.extensions,
              {"入れ子のクラスの拡張項目も示す", "Show extension items of nested classes too"});
    list.flag("--same-name", options.same_name,
              {"search: 名前が同じで型が違う項目を示す", "search: items of one name and different types"});
    list.flag(
        "--same-meaning", options.same_meaning,
        {"search: 項目名が同じで英語名が違う項目を示す", "search: items of one label and different names"});
    list.text("--name", "NAME", options.name,
              {"import、infer: モデルの名前（既定はファイル名）",
               "import, infer: name of the model (default: the file's)"});
    std::string forms_out;
    for (const ExportForm& form : export_forms())
        forms_out.append(forms_out.empty() ? "" : "|").append(form.name);
    list.text(
        "--as", "FORM", options.as,
        {"export: 書き出す形（" + forms_out +
             "）。template: csv|json|xlsx（既定は -o の拡張子、なければ csv）。show: "
             "html（すべてのモデルのページを "
             "-o のフォルダーに）",
         "export: what to write (" + forms_out +
             "); template: csv|json|xlsx (default: the ending of -o, else csv); show: html (pages of all "
             "models, in the folder of -o)"});
    list.choice("--names", options.names, Choices<std::string>{{"en", "en"}, {"ja", "ja"}},
                {"export、template: 項目の名前の言語（既定は export が en、template が ja）",
                 "export, template: language of the names of items (default: en in export, ja in template)"});
    list.text("--pattern", "NAME", options.pattern,
              {"template: 必須の印を付ける必須パターン（既定は最初のもの）",
               "template: required pattern whose items are marked (default: the first)"});
    list.text("-o,--output", "FILE", options.output,
              {"import、export、infer、template: 書き出すファイル（既定は標準出力）。show: フォルダー",
               "import, export, infer, template: where the result goes (default: standard output); show: a "
               "folder"});
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
