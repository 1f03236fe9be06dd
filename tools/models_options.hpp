#pragma once

#include <string>
#include <vector>

#include "grammars/formats/read_options.hpp"
#include "models/dictionary/class_sheet.hpp"
#include "tools/session.hpp"

namespace daicho {

struct ModelsOptions {
    std::string action;
    std::vector<std::string> words;  ///< classes, words or files, as the action has it
    std::string form = "text";       ///< text json markdown csv
    SheetOptions sheet;
    bool same_name = false;
    bool same_meaning = false;
    std::string name;  ///< of the model that is imported
    std::string output = "-";
    std::string as;       ///< the form that is exported
    std::string names;    ///< language of the names of items that are written: ja, en or what is usual
    std::string pattern;  ///< whose required items a form marks
    ReadOptions read;     ///< of the dataset that a model is drafted from
};

// The actions of `daicho models`.
Exit list_models(const ModelsOptions& options, const Session& session);
Exit show_models(const ModelsOptions& options, const Session& session);
Exit search_models(const ModelsOptions& options, const Session& session);
Exit check_models(const ModelsOptions& options, const Session& session);
Exit import_model(const ModelsOptions& options, const Session& session);
Exit export_models(const ModelsOptions& options, const Session& session);
Exit template_models(const ModelsOptions& options, const Session& session);
Exit diff_models(const ModelsOptions& options, const Session& session);
Exit infer_models(const ModelsOptions& options, const Session& session);
/// A name of the model language, made from that of a file.
std::string model_name_from(const std::string& path);
/// All models as pages in a folder.
Exit export_site(const ModelsOptions& options, const Session& session);

/// Writes what an action made to where `--output` says.
void write_model_file(const std::string& text, const ModelsOptions& options, const Session& session);

}  // namespace daicho
