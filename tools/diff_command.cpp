#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "models/comparison/compared_file.hpp"
#include "models/comparison/comparison.hpp"
#include "models/comparison/reports/difference_report.hpp"
#include "registries/embedded/place_history.hpp"
#include "registries/store/stored_table.hpp"
#include "tools/command.hpp"
#include "tools/models_options.hpp"
#include "tools/output_stream.hpp"
#include "tools/own_files.hpp"
#include "tools/registry_diff.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/scratch_name.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct DiffOptions {
    std::string old_path, new_path;
    std::string form = "text";
    std::string output;
    std::string model = "auto";
    std::vector<std::string> key, ignored, only, renamed, classes;
    std::string table;
    bool without_key = false;
    bool show_values = false;
    bool one_thread = false;
    bool use_addresses = false;
    std::uint64_t most = 0;
    std::uint64_t memory = 192;
    ReadOptions read;
};

DifferenceClass class_named(const std::string& name) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < difference_classes; ++i) {
        const auto kind = static_cast<DifferenceClass>(i);
        if (to_string(kind) == name) return kind;
        words.push_back(to_string(kind));
    }
    refuse_unknown_word("--class: ", name, words);
}

/// Passes on what is asked for, and knows whether there was any.
class Sieve final : public ComparisonListener {
 public:
    Sieve(ComparisonListener& listener, const std::vector<std::string>& classes) : listener_(listener) {
        passes_.fill(classes.empty());
        for (const std::string& name : classes) passes_[static_cast<std::size_t>(class_named(name))] = true;
    }
    void begin(const ComparisonFacts& facts) override {
        differs_ = facts.columns_differ();
        listener_.begin(facts);
    }
    void add(const RecordDifference& difference) override {
        const bool passes =
            difference.op != Change::Op::changed || passes_[static_cast<std::size_t>(difference.kind)];
        if (!passes) return;
        differs_ = true;
        listener_.add(difference);
    }
    void end(const ComparisonSummary& summary) override { listener_.end(summary); }
    bool differs() const { return differs_; }

 private:
    ComparisonListener& listener_;
    std::array<bool, difference_classes> passes_{};
    bool differs_ = false;
};

std::string name_of_table(const DiffOptions& options) {
    if (!options.table.empty()) return options.table;
    std::string name = options.new_path == "-" ? options.old_path : options.new_path;
    if (const auto slash = name.rfind('/'); slash != name.npos) name.erase(0, slash + 1);
    if (const auto dot = name.find('.'); dot != name.npos && dot != 0) name.erase(dot);
    return name;
}

ComparisonRequest request_of(const DiffOptions& options, const DifferenceForm& form) {
    ComparisonRequest request;
    request.model = options.model;
    request.key = options.key;
    request.without_key = options.without_key;
    request.columns.ignored = options.ignored;
    request.columns.only = options.only;
    for (const std::string& pair : options.renamed) {
        const auto at = pair.find('=');
        if (at == pair.npos) {
            throw Error{ErrorKind::usage, "--map は「旧の列名=新の列名」で指定してください。",
                        "--map takes OLD=NEW, the headers of the column"};
        }
        request.columns.renamed.emplace_back(pair.substr(0, at), pair.substr(at + 1));
    }
    request.history = &embedded_place_history();
    request.whole_columns = form.makes_table;
    request.threads = !options.one_thread;
    request.memory = options.memory << 20;
    return request;
}

DifferenceStyle style_of(const DiffOptions& options, bool into_file, const Session& session) {
    DifferenceStyle style;
    style.language = session.language;
    style.colour = !into_file && session.colours_output();
    style.show_values = options.show_values;
    style.most = options.most;
    style.table = name_of_table(options);
    return style;
}

/// Two models are compared by what they ask of data.
Exit diff_of_models(const DiffOptions& options, const Session& session) {
    if (options.form != "text" && options.form != "json")
        throw Error{ErrorKind::usage, "モデルを比べるときの --format は text か json です",
                    "to compare models --format is text or json"};
    const ModelsOptions request{.words = {options.old_path, options.new_path}, .form = options.form};
    if (options.output.empty() || options.output == "-") return diff_models(request, session);
    OutputStream file(options.output);
    const Exit exit =
        diff_models(request, {session.language, session.colour, file, session.talk, session.registry});
    file.commit();
    return exit;
}

bool is_model_file(const std::string& path) {
    return path.substr(0, path.find('#')).ends_with(".gifm");
}

bool are_registries(const DiffOptions& options) {
    const bool before = is_database_file(options.old_path), after = is_database_file(options.new_path);
    if (before == after) return before;
    throw Error{ErrorKind::usage, "台帳ファイルは台帳ファイルとだけ比べられます",
                "a registry can be compared with a registry only"};
}

Exit run_diff(const DiffOptions& options, const Session& session) {
    if (is_model_file(options.old_path) && is_model_file(options.new_path))
        return diff_of_models(options, session);
    if (options.form == "json")
        throw Error{ErrorKind::usage, "--format json はモデルの比較だけで使えます（表は jsonl）",
                    "--format json is for models; tables are compared as jsonl"};
    const DifferenceForm& form = *find_difference_form(options.form);
    ComparisonRequest request = request_of(options, form);
    const Knowledge knowledge(registry_options(session));
    request.knowledge = knowledge.sources();
    if (!options.use_addresses) request.knowledge.addresses = nullptr;
    const ScratchName scratch("daicho-diff");
    request.scratch = scratch.name();
    require_own_files({options.old_path, options.new_path}, {{"-o", options.output}});
    std::optional<OutputStream> file;
    if (!options.output.empty() && options.output != "-") file.emplace(options.output);
    const DifferenceStyle style = style_of(options, file.has_value(), session);
    std::ostream& out = file ? *file : session.out;
    Models models;
    bool differs = false;
    const auto compare = [&](const ComparedTable& before, const ComparedTable& after,
                             const ComparisonRequest& asked, const DifferenceStyle& shown) {
        const auto report = form.make(out, shown);
        Sieve sieve(*report, options.classes);
        compare_tables(before, after, asked, models, sieve);
        differs |= sieve.differs();
    };
    if (are_registries(options)) {
        compare_registries({options.old_path, options.new_path, options.table, form}, request, style,
                           compare);
    } else {
        compare(compared_file(options.old_path, options.read), compared_file(options.new_path, options.read),
                request, style);
    }
    if (file) file->commit();
    return differs ? Exit::findings : Exit::clean;
}

void add_choice_of_records(OptionList& list, DiffOptions& options) {
    list.texts("--key", "A,B", options.key,
               {"レコードを対応付けるキーの列（指定しなければモデルのキー、なければ値が重ならない列）",
                "Columns that tell records apart (otherwise the key of the model, or columns in which no two "
                "records are equal)"})
        .separated_by(',');
    list.flag("--no-key", options.without_key,
              {"キーを使わず、レコードの内容で対応付ける", "Pair records by what they say, not by a key"})
        .excludes("--key");
    list.texts("--ignore", "A,B", options.ignored, {"比べない列", "Columns that are not compared"})
        .separated_by(',');
    list.texts("--only", "A,B", options.only, {"この列だけを比べる", "Compare these columns alone"})
        .separated_by(',');
    list.texts(
            "--map", "OLD=NEW", options.renamed,
            {"名前が変わった列（旧の列名=新の列名）", "A column that was renamed (header before and after)"})
        .each_time();
    list.texts(
            "--class", "A,B", options.classes,
            {"一覧に載せ、終了コード1とする変更の種類（real, notation, character-variant, same-address,\n"
             "same-corporation, former-name, code-renewal, column。指定しなければすべて）",
             "Kinds of changes that are listed and end with exit code 1 (real, notation, character-variant,\n"
             "same-address, same-corporation, former-name, code-renewal, column; otherwise all)"})
        .separated_by(',');
}

}  // namespace

std::unique_ptr<Action> add_diff(OptionList& list) {
    auto action = std::make_unique<ActionOf<DiffOptions>>(run_diff);
    DiffOptions& options = action->options;
    list.argument("OLD", options.old_path,
                  {"古い表（- は標準入力）、台帳ファイル、モデル",
                   "Old table (-: standard input), registry or model"})
        .required();
    list.argument("NEW", options.new_path,
                  {"新しい表（- は標準入力）、台帳ファイル、モデル",
                   "New table (-: standard input), registry or model"})
        .required();
    Choices<std::string> forms;
    for (const DifferenceForm& form : difference_forms())
        forms.emplace_back(form.name, std::string(form.name));
    forms.emplace_back("json", "json");  // of models
    list.choice("--format", options.form, forms,
                {"出力の形式（既定は text）", "Output format (default: text)"});
    list.text("-o,--output", "FILE", options.output,
              {"出力先（既定は標準出力）", "Where to write (default: standard output)"});
    list.text("--model", "NAME", options.model,
              {"値を読むモデル（既定は auto、使わないなら none）",
               "Model by which values are read (default: auto; none)"});
    add_choice_of_records(list, options);
    list.number("--max", "N", options.most,
                {"一覧に載せるレコードの数（0 はすべて。markdown は 200、html は 5,000 が既定）",
                 "Records that are listed (0: all; default of markdown: 200, of html: 5,000)"});
    list.text(
        "--table", "NAME", options.table,
        {"jsonl と sql での表の名前（既定は新しい表のファイル名）。台帳ファイルでは、比べる表",
         "Name of the table in jsonl and sql (default: by the file of the new table); of registries the "
         "table that is compared"});
    list.flag("--locate", options.use_addresses,
              {"同じ住所かどうかを台帳ファイルの住所でも調べる",
               "Ask the registry whether addresses are the same place"});
    list.flag("--show-values", options.show_values,
              {"伏せる項目の値も示す", "Show the values of confidential items"});
    list.number("--memory", "MIB", options.memory,
                {"対応付けに使うメモリ（MiB。超えた分は一時ファイルに置く。既定は 192）",
                 "Memory for pairing records, in MiB; more goes into temporary files (default: 192)"});
    list.flag("--one-thread", options.one_thread, {"表を一つずつ読む", "Read one table after the other"});
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
