#include <algorithm>
#include <ostream>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "models/export/export_form.hpp"
#include "tools/models_options.hpp"
#include "tools/near_name.hpp"
#include "tools/option_list.hpp"

namespace daicho {

namespace {

/// Places that are named for each thing that a form cannot say.
constexpr std::size_t shown_places = 6;

const ExportForm& asked_form(const ModelsOptions& options) {
    if (const ExportForm* form = find_export_form(options.as)) return *form;
    std::vector<std::string_view> names;
    for (const ExportForm& form : export_forms()) names.push_back(form.name);
    if (!options.as.empty()) {
        const BothTexts unknown = no_such_name({"形", "form"}, options.as, names);
        throw Error{ErrorKind::usage, "--as: " + unknown.ja + "使えるもの: " + list_words(names),
                    "--as: " + unknown.en + " (choices: " + list_words(names) + ")"};
    }
    throw Error{ErrorKind::usage, "--as で書き出す形を指定してください。使えるもの: " + list_words(names),
                "say with --as what to write (choices: " + list_words(names) + ")"};
}

void tell_losses(const Export& made, const ExportForm& form, const Session& session) {
    if (made.losses.empty()) return;
    session.talk << losses_title(form.label, session.language) << ":\n";
    for (const ExportLoss& loss : made.losses)
        session.talk << "  " << loss_text(loss, session.language, shown_places) << '\n';
}

}  // namespace

Exit export_models(const ModelsOptions& options, const Session& session) {
    if (options.words.empty()) return export_site(options, session);
    if (options.words.size() > 1) {
        throw Error{ErrorKind::usage, "一度に書き出せるのは一つのクラスです。",
                    "one class can be exported at a time"};
    }
    const ExportForm& form = asked_form(options);
    ModelSet models;
    const FoundClass found = models.find(options.words.front());
    const Export made =
        export_model(models, found, form, {options.names == "ja", options.sheet, session.language});
    write_model_file(made.text, options, session);
    tell_losses(made, form, session);
    return Exit::clean;
}

}  // namespace daicho
