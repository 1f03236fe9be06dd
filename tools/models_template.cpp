#include <algorithm>
#include <array>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "models/template/entry_form.hpp"
#include "tools/models_options.hpp"
#include "tools/option_list.hpp"

namespace daicho {

namespace {

constexpr std::array<std::string_view, 3> form_files = {"csv", "json", "xlsx"};

/// What was asked for, or the ending of the name of the file.
std::string_view form_file_of(const ModelsOptions& options) {
    const auto named = [&](std::string_view name) {
        return options.as.empty() ? options.output.ends_with("." + std::string(name)) : options.as == name;
    };
    if (const auto at = std::ranges::find_if(form_files, named); at != form_files.end()) return *at;
    if (options.as.empty() && options.output == "-") return form_files.front();
    const std::string choices = list_words({form_files.begin(), form_files.end()});
    throw Error{
        ErrorKind::usage,
        "様式の形が分かりません。-o のファイル名の拡張子か --as で指定してください。使えるもの: " + choices,
        "cannot tell the kind of form; say it by the ending of -o or with --as (choices: " + choices + ")"};
}

}  // namespace

Exit template_models(const ModelsOptions& options, const Session& session) {
    if (options.words.size() > 1) {
        throw Error{ErrorKind::usage, "一度に作れるのは一つのクラスの様式です。",
                    "a form can be made of one class at a time"};
    }
    const std::string_view file = form_file_of(options);
    const bool english = options.names == "en";
    Models models;
    const EntryForm form =
        entry_form(models, options.words.front(), {options.pattern, options.sheet.extensions, english});
    std::string bytes;
    if (file == "csv") bytes = entry_csv(form);
    if (file == "json") bytes = entry_json(models, form, english);
    if (file == "xlsx") bytes = entry_workbook(form, session.language);
    write_model_file(bytes, options, session);
    return Exit::clean;
}

}  // namespace daicho
