#include <algorithm>
#include <ostream>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "models/dictionary/model_list.hpp"
#include "models/dictionary/search_report.hpp"
#include "models/dictionary/sheets.hpp"
#include "models/engine/check_model.hpp"
#include "models/engine/header.hpp"
#include "tools/models_options.hpp"

namespace daicho {

namespace {

/// Only some of the forms fit what is shown.
bool as_json(const ModelsOptions& options) {
    if (options.form == "text" || options.form == "json") return options.form == "json";
    throw Error{ErrorKind::usage, "--format " + options.form + " は models show だけで使えます",
                "--format " + options.form + " is for 'models show' only"};
}

const SheetForm& form_of(const ModelsOptions& options) {
    return *std::ranges::find(sheet_forms(), options.form, &SheetForm::name);
}

std::string show(ModelSet& models, const std::string& name, const ModelsOptions& options, Language language) {
    const SheetForm& form = form_of(options);
    const auto lists = models.code_lists(name);
    if (lists.empty())
        return form.class_sheet(class_sheet(models, models.find(name), options.sheet), language);
    std::string out;
    for (const auto& list : lists) out += form.code_sheet(list, language);
    return out;
}

}  // namespace

Exit list_models(const ModelsOptions& options, const Session& session) {
    ModelSet models;
    const bool json = as_json(options);
    session.out << (json ? model_list_json(models.index())
                         : model_list_text(models.index(), session.language));
    return Exit::clean;
}

Exit show_models(const ModelsOptions& options, const Session& session) {
    ModelSet models;
    bool first = true;
    for (const auto& name : options.words) {
        if (!std::exchange(first, false) && options.form != "json") session.out << '\n';
        session.out << show(models, name, options, session.language);
    }
    return Exit::clean;
}

Exit search_models(const ModelsOptions& options, const Session& session) {
    ModelSet models;
    const bool json = as_json(options);
    for (const auto& word : options.words) {
        if (!header_key(word).empty()) continue;
        throw Error{ErrorKind::usage, "「" + word + "」では探せません。文字か数字を含む語を指定してください",
                    "cannot search for '" + word + "'; give a word with letters or digits"};
    }
    if (options.same_name || options.same_meaning) {
        const auto names =
            options.same_name ? same_names(models, options.words) : same_meanings(models, options.words);
        session.out << (json ? same_names_json(names) : same_names_text(names, session.language));
        return names.empty() ? Exit::findings : Exit::clean;
    }
    const auto answer = search_dictionary(models, options.words);
    session.out << (json ? answer_json(options.words, answer) : answer_text(answer, session.language));
    if (!answer.empty()) return Exit::clean;
    session.talk << session.say("見つかりません", "nothing was found") << '\n';
    for (const auto& word : options.words) {
        const std::string near = nearest_name(models, word);
        if (!near.empty())
            session.talk << session.say("「" + near + "」のことですか", "did you mean '" + near + "'?")
                         << '\n';
    }
    return Exit::findings;
}

Exit check_models(const ModelsOptions& options, const Session& session) {
    ModelSet models;
    std::vector<const ModelSource*> sources;
    bool wrong = false;
    const auto complain = [&](const Error& error) {
        wrong = true;
        session.out << session.say(error.ja(), error.en()) << '\n';
    };
    for (const auto& path : options.words) {
        const std::string text = read_file(path);  // a file that cannot be read is no finding
        try {
            sources.push_back(&models.read(path));
        } catch (const Error& error) {
            complain(error);
        }
    }
    for (const ModelSource* source : sources) {
        const auto errors = check_model(models, *source);
        for (const auto& error : errors) complain(error);
        if (!errors.empty()) continue;
        std::size_t items = 0;
        for (const auto& tree : source->tree.classes) items += tree.items.size();
        const std::string classes = std::to_string(source->tree.classes.size());
        session.out << source->path << ": "
                    << session.say(classes + " クラス、" + std::to_string(items) + " 項目、問題なし",
                                   classes + " classes, " + std::to_string(items) + " items, ok")
                    << '\n';
    }
    return wrong ? Exit::findings : Exit::clean;
}

}  // namespace daicho
