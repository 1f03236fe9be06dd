#include "tools/report_set.hpp"

#include <algorithm>

#include "grammars/formats/name_ending.hpp"
#include "tools/rule_options.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

std::vector<std::string_view> known_forms() {
    std::vector<std::string_view> names;
    for (const ReportKind& kind : report_kinds()) names.push_back(kind.name);
    return names;
}

/// "sarif=out.sarif", or a file whose name tells the form.
Complaint take_report(const std::string& given, std::vector<ReportFile>& files) {
    const auto names = known_forms();
    const std::size_t sign = given.find('=');
    if (sign != given.npos) {
        const std::string form = given.substr(0, sign), path = given.substr(sign + 1);
        if (std::ranges::find(names, form) == names.end()) return unknown_word(form, names);
        if (!path.empty()) {
            files.push_back({form, path});
            return std::nullopt;
        }
    }
    for (const std::string_view name : names) {
        if (!has_one_of_endings(given, "." + std::string(name))) continue;
        files.push_back({std::string(name), given});
        return std::nullopt;
    }
    return BothTexts{"「形式=ファイル」と指定してください。形式: " + list_words(names),
                     "say FORM=FILE; forms: " + list_words(names)};
}

}  // namespace

void add_reports(OptionList& list, std::string& format, std::vector<ReportFile>& files,
                 ReportOptions& options) {
    Choices<std::string> forms;
    for (const ReportKind& kind : report_kinds()) forms.emplace_back(kind.name, kind.name);
    list.choice("--format", format, forms, {"出力の形式（既定は text）", "Output format (default: text)"});
    list.read("--report", "FORM=FILE",
              [&files](const std::string& given) { return take_report(given, files); },
              {"ファイルにも書く報告（形式は --format と同じ。何度でも指定できる）",
               "Also write a report into FILE (forms as with --format; any number of times)"})
        .repeats = true;
    list.number("--max-findings", "N", options.max_findings,
                {"列挙する指摘の上限（既定は 1000、xlsx では 50000。0 はすべて。件数は常に正確）",
                 "Most findings to list (default: 1000, in xlsx 50000; 0: all; totals are always exact)"});
    list.number("--max-per-rule", "N", options.max_per_rule,
                {"規則と列ごとに列挙する指摘の上限（既定は text なら 3、ほかはすべて。0 はすべて）",
                 "Most findings to list for each rule and column (default: text 3, others all; 0: all)"});
    list.flag("--show-values", options.show_values,
              {"秘匿項目の値も表示する", "Show the values of confidential items"});
}

std::vector<NamedOutput> outputs_of(const std::vector<ReportFile>& files) {
    std::vector<NamedOutput> outputs;
    for (const ReportFile& file : files) outputs.push_back({"--report", file.path});
    return outputs;
}

ReportSet::ReportSet(const std::string& format, const std::vector<ReportFile>& files,
                     const ReportOptions& options, const Session& session) {
    ReportOptions own = options;
    own.language = session.language;
    own.option_name = option_of;
    own.program_version = version();
    own.homepage = homepage();
    own.fix_command = transform_command;
    own.fix_in_place_command = fix_in_place_command;
    own.colour = session.colours_output();
    reports_.push_back(make_report(format, session.out, own));
    own.colour = false;
    for (const ReportFile& file : files) {
        own.name = file.path;
        files_.push_back(std::make_unique<OutputStream>(file.path));
        reports_.push_back(make_report(file.form, *files_.back(), own));
    }
}

void ReportSet::begin_file(const FileFacts& facts) {
    for (const auto& report : reports_) report->begin_file(facts);
}

void ReportSet::add(const Finding& finding) {
    for (const auto& report : reports_) report->add(finding);
}

void ReportSet::end_file(const FileVerdict& verdict) {
    for (const auto& report : reports_) report->end_file(verdict);
}

bool ReportSet::copies_tables() const {
    return std::ranges::any_of(reports_, [](const auto& report) { return report->copies_tables(); });
}

void ReportSet::add_tables(const std::function<std::unique_ptr<TableReader>()>& open) {
    for (const auto& report : reports_) {
        if (report->copies_tables()) report->add_table(*open());
    }
}

void ReportSet::fail_file(const std::string& path, std::string_view why) {
    for (const auto& report : reports_) report->fail_file(path, why);
}

void ReportSet::finish() {
    for (const auto& report : reports_) report->finish();
    for (const auto& file : files_) file->commit();
}

}  // namespace daicho
