#include "tools/gate/gate_settings.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>

#include "tools/check_options.hpp"
#include "tools/rule_choice.hpp"
#include "tools/table_options.hpp"
#include "tools/validation.hpp"

namespace daicho {

namespace {

const Choices<Severity> severity_words{
    {"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}};

/// "R401=warning" in its two parts.
bool split_pair(const std::string& given, std::string& name, std::string& value) {
    const std::size_t sign = given.rfind('=');
    if (sign == given.npos || sign == 0) return false;
    name = given.substr(0, sign);
    value = given.substr(sign + 1);
    return true;
}

Complaint take_severity(GateSettings& settings, const std::string& given) {
    std::string rule, word;
    if (!split_pair(given, rule, word))
        return BothTexts{"規則=重要度 の形で指定してください。", "write RULE=SEVERITY"};
    std::string choice;
    if (const Complaint complaint = read_rule_choice(rule, choice)) return complaint;
    std::vector<std::string_view> words;
    for (const auto& [name, severity] : severity_words) {
        words.push_back(name);
        if (name != word) continue;
        settings.severities.emplace_back(choice, severity);
        return std::nullopt;
    }
    return unknown_word(word, words);
}

Complaint take_limit(GateSettings& settings, const std::string& given) {
    RuleLimit limit;
    std::string value;
    if (!split_pair(given, limit.of, value))
        return BothTexts{"規則=件数 か 規則=割合% の形で指定してください。",
                         "write RULE=COUNT or RULE=SHARE%"};
    const bool of_severity =
        std::ranges::any_of(severity_words, [&](const auto& word) { return word.first == limit.of; });
    if (!of_severity) {
        if (const Complaint complaint = read_rule_choice(std::string(limit.of), limit.of)) return complaint;
    }
    limit.share = value.ends_with('%');
    if (limit.share) value.pop_back();
    const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), limit.most);
    if (wrong != std::errc{} || end != value.data() + value.size() || !(limit.most >= 0 && limit.most < 1e15))
        return BothTexts{"「" + given + "」: 件数（例: 10）か割合（例: 5%）を指定してください。",
                         "'" + given + "': give a count (10) or a share (5%)"};
    settings.max.push_back(std::move(limit));
    return std::nullopt;
}

void add_thresholds(OptionList& list, GateSettings& settings) {
    add_fail_on(list, settings.fail_on);
    list.choice(
        "--min-level", settings.min_level,
        {{"none", Level::none}, {"LV1", Level::lv1}, {"LV2", Level::lv2}, {"LV2s", Level::lv2s}},
        {"達成が必要な準拠レベル（既定は none）", "Level of conformance that is needed (default: none)"});
    list.read("--max", "RULE=N",
              [&settings](const std::string& given) { return take_limit(settings, given); },
              {"規則（または error、warning、info）の指摘の上限。件数か、レコード数に対する割合（5%）",
               "Most findings of a rule (or error, warning, info): a count, or a share of the records (5%)"})
        .each_time()
        .separated_by(',');
    list.text("--fresh-column", "HEADER", settings.fresh_column,
              {"新しさを見る日付の列", "Column of dates that tells how fresh the data is"});
    list.number(
        "--fresh-days", "DAYS", settings.fresh_days,
        {"その列の最も新しい日付から経過してよい日数", "Days that may have passed since the newest of them"});
    list.read("--growth", "N%",
              [&settings](const std::string& given) -> Complaint {
                  std::uint32_t number = 0;
                  const char* const end = given.data() + given.size() - (given.ends_with('%') ? 1 : 0);
                  const auto [stop, wrong] = std::from_chars(given.data(), end, number);
                  if (wrong != std::errc{} || stop != end) return no_number(given);
                  settings.growth = number;
                  return std::nullopt;
              },
              {"基準のときと比べて許すレコード数の増減",
               "By how much the number of records may differ from that of the baseline"});
    list.texts("--columns", "HEADER", settings.columns, {"必要な列", "Columns that must be there"})
        .each_time()
        .separated_by(',');
    list.choice("--keep-columns", settings.keep_columns, {{"true", true}, {"false", false}},
                {"基準のときにあった列がなくなったら失敗とするか（既定は false）",
                 "Whether it fails that a column of the baseline is missing (default: false)"});
}

void add_run_settings(OptionList& list, GateSettings& settings) {
    list.texts("--files", "GLOB", settings.files, {"調べるファイル", "Files to check"}).each_time();
    list.texts("--exclude", "GLOB", settings.exclude, {"調べないファイル", "Files that are not checked"})
        .each_time();
    list.text("--baseline", "FILE", settings.baseline,
              {"前からある指摘（daicho baseline create で書いたもの）。新しい指摘だけを失敗とする",
               "Findings of before (daicho baseline create); only new ones fail"});
    list.text("--history", "FILE", settings.history,
              {"実行ごとの件数を追記する JSON Lines のファイル",
               "JSON Lines to which the counts of each run are added"});
    list.text("--cache", "DIR|on|off", settings.cache,
              {"変わっていないファイルの結果を取っておく場所（既定は on: ~/.cache/daicho/check）",
               "Where results of unchanged files are kept (default: on, ~/.cache/daicho/check)"});
    list.text("--registry", "FILE", settings.registry, {"台帳ファイル", "Registry file"});
    add_reports(list, settings.format, settings.reports, settings.report);
}

/// Declared once: by it every name is known and every value is read.
const OptionSpec* spec_of(const OptionList& list, std::string_view name) {
    for (const OptionSpec& spec : list.specs()) {
        if (spec.shown().substr(2) == name) return &spec;
    }
    return nullptr;
}

constexpr std::pair<std::string_view, std::string_view> usual_values[] = {
    {"model", "auto"},     {"addresses", "check"},    {"corporations", "check"}, {"fail-on", "error"},
    {"min-level", "none"}, {"keep-columns", "false"}, {"cache", "on"},           {"format", "text"},
};

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

void add_gate_settings(OptionList& list, GateSettings& settings) {
    add_model_choice(list, settings.check.model);
    add_reference_use(list, settings.addresses, settings.corporations);
    add_check_options(list, settings.check);
    add_read_options(list, settings.check.read, "");
    add_rule_selection(list, settings.rules);
    list.read("--severity", "RULE=WORD",
              [&settings](const std::string& given) { return take_severity(settings, given); },
              {"規則の重要度（error、warning、info）を変える", "Give a rule another severity"})
        .each_time()
        .separated_by(',');
    add_thresholds(list, settings);
    add_run_settings(list, settings);
}

std::string variable_of(std::string_view setting) {
    std::string name = "DAICHO_";
    for (const char c : setting)
        name += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    return name;
}

const std::vector<SettingName>& setting_names() {
    static const std::vector<SettingName> names = [] {
        GateSettings scratch;
        OptionList list;
        add_gate_settings(list, scratch);
        std::vector<SettingName> made;
        for (const OptionSpec& spec : list.specs()) {
            SettingName one{std::string(spec.shown().substr(2))};
            // What is masked is shown for once, by who may see it.
            if (one.name == "show-values") continue;
            if (spec.repeats || spec.many) one.form = SettingForm::list;
            if (is_one_of(one.name, {"set", "severity", "max"})) one.form = SettingForm::pairs;
            one.of_run = is_one_of(one.name, {"files", "exclude", "baseline", "history", "cache", "registry",
                                              "format", "report", "max-findings", "max-per-rule"});
            one.is_path =
                is_one_of(one.name, {"model", "map", "baseline", "history", "cache", "registry", "report"});
            for (const auto& [setting, value] : usual_values) {
                if (one.name == setting) one.usual = value;
            }
            made.push_back(std::move(one));
        }
        return made;
    }();
    return names;
}

Complaint take_setting(GateSettings& settings, std::string_view name, const std::string& value) {
    OptionList list;
    add_gate_settings(list, settings);
    const OptionSpec* spec = spec_of(list, name);
    return spec->take(value);
}

}  // namespace daicho
