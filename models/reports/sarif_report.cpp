#include <array>
#include <map>
#include <string>

#include "grammars/formats/json_writer.hpp"
#include "models/reports/fingerprints.hpp"
#include "models/reports/listed_report.hpp"
#include "models/reports/reports.hpp"

namespace daicho {

namespace {

/// What GitHub takes of a run.
constexpr std::uint64_t most_results = 25'000;
/// The one that GitHub knows results again by; where it is missing they are known by the text of their line,
/// so that a table that was sorted anew had nothing but new ones.
constexpr std::string_view github_fingerprint = "primaryLocationLineHash";
constexpr std::size_t block_of_sarif = 65'536;

std::string_view level_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

/// A path as a relative reference (RFC 3986), an absolute one with its scheme.
std::string uri_of(std::string_view path) {
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != plain.npos) {
            uri += c;
        } else {
            uri.append({'%', digits[byte >> 4], digits[byte & 15]});
        }
    }
    return uri;
}

/// SARIF 2.1.0 (OASIS): one run; the rules that were broken behind the results.
class SarifReport final : public ListedReport {
 public:
    SarifReport(std::ostream& out, const ReportOptions& options) : ListedReport(options), out_(out) {
        json_.begin_object().key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json");
        json_.key("version").string("2.1.0").key("runs").begin_array().begin_object();
        json_.key("columnKind").string("unicodeCodePoints").key("results").begin_array();
    }

    void begin_file(const FileFacts& facts) override {
        ListedReport::begin_file(facts);
        path_ = path();
        uri_ = uri_of(path_);
    }
    void end_file(const FileVerdict&) override { left_out_ += unlisted(); }
    void fail_file(const std::string& path, std::string_view why) override {
        failures_.emplace_back(shown_path(path), why);
    }
    void finish() override {
        json_.end_array();
        write_tool();
        write_invocation();
        json_.end_object().end_array().end_object().end_line();
        out_ << text_;
        out_.flush();
        text_.clear();
    }

 private:
    struct KnownRule {
        std::size_t index = 0;
        std::string slug, why, fix;
        std::string title;
        Severity severity = Severity::error;
    };

    bool has_room(std::size_t) override {
        const bool room = results_ < most_results;
        left_out_ += !room;
        return room;
    }
    void list(const Finding& finding, const std::string& message, std::size_t line) override;
    const KnownRule& known(const Finding& finding);
    void write_place(const Finding& finding);
    void write_tool();
    void write_invocation();

    std::ostream& out_;
    std::string path_, uri_;  ///< of the file
    std::string text_;
    JsonWriter json_{text_};
    std::map<std::string, KnownRule, std::less<>> rules_;
    std::vector<std::string> order_;
    Fingerprints fingerprints_;
    std::vector<std::pair<std::string, std::string>> failures_;
    std::uint64_t results_ = 0, left_out_ = 0;
};

const SarifReport::KnownRule& SarifReport::known(const Finding& finding) {
    const auto found = rules_.find(finding.rule.text);
    if (found != rules_.end()) return found->second;
    const Rule* rule = rule_of(finding.rule);
    KnownRule made{order_.size(),   std::string(finding.rule.text), {}, {}, title_of(finding.rule),
                   finding.severity};
    if (rule != nullptr) {
        made.slug = rule->slug;
        made.why = rule->why.in(options().language);
        made.fix = render_fix(*rule, options().wording());
    }
    order_.emplace_back(finding.rule.text);
    return rules_.emplace(order_.back(), std::move(made)).first->second;
}

void SarifReport::write_place(const Finding& finding) {
    json_.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
    json_.key("artifactLocation").begin_object().key("uri").string(uri_).end_object();
    if (finding.place.line != 0) {
        json_.key("region").begin_object().key("startLine").number(finding.place.line);
        if (finding.place.position != 0) json_.key("startColumn").number(finding.place.position);
        json_.end_object();
    }
    json_.end_object();
    if (const std::string place = place_of(finding); !place.empty() || !finding.header.empty()) {
        json_.key("logicalLocations").begin_array().begin_object();
        if (!finding.header.empty()) json_.key("name").string(finding.header);
        if (!place.empty()) json_.key("fullyQualifiedName").string(place);
        json_.end_object().end_array();
    }
    json_.end_object().end_array();
}

void SarifReport::list(const Finding& finding, const std::string& message, std::size_t) {
    ++results_;
    const KnownRule& rule = known(finding);
    json_.begin_object().key("ruleId").string(finding.rule.text).key("ruleIndex").number(rule.index);
    json_.key("level").string(level_of(finding.severity));
    json_.key("message").begin_object().key("text").string(of_column(finding) + message).end_object();
    write_place(finding);
    const std::string print = fingerprints_.of(path_, finding);
    json_.key("partialFingerprints").begin_object().key("daicho/v4").string(print);
    json_.key(github_fingerprint).string(print).end_object();
    json_.key("properties").begin_object();
    if (finding.record != 0) json_.key("record").number(finding.record);
    if (finding.column != 0) json_.key("column").number(finding.column);
    if (!finding.item.empty()) json_.key("item").string(finding.item);
    if (finding.repair.kind != RepairKind::none) {
        json_.key("repair").string(finding.repair.value);
        json_.key("repairKind").string(to_string(finding.repair.kind));
    }
    json_.end_object().end_object();
    if (text_.size() < block_of_sarif) return;
    out_ << text_;
    text_.clear();
}

void SarifReport::write_tool() {
    json_.key("tool").begin_object().key("driver").begin_object().key("name").string("daicho");
    if (!options().program_version.empty()) json_.key("version").string(options().program_version);
    if (!options().homepage.empty()) json_.key("informationUri").string(options().homepage);
    json_.key("rules").begin_array();
    for (const std::string& id : order_) {
        const KnownRule& rule = rules_.find(id)->second;
        const auto text = [&](std::string_view key, const std::string& value) {
            if (!value.empty()) json_.key(key).begin_object().key("text").string(value).end_object();
        };
        json_.begin_object().key("id").string(id).key("name").string(rule.slug);
        text("shortDescription", rule.title);
        text("fullDescription", rule.why.empty() ? rule.title : rule.why);
        text("help", rule.fix.empty() ? rule.title : rule.fix);
        json_.key("defaultConfiguration").begin_object().key("level").string(level_of(rule.severity));
        json_.end_object().end_object();
    }
    json_.end_array().end_object().end_object();
}

void SarifReport::write_invocation() {
    json_.key("invocations").begin_array().begin_object();
    json_.key("executionSuccessful").boolean(failures_.empty());
    json_.key("toolExecutionNotifications").begin_array();
    const auto notify = [&](std::string_view level, const std::string& message) {
        json_.begin_object().key("level").string(level).key("message").begin_object();
        json_.key("text").string(message).end_object().end_object();
    };
    for (const auto& [path, why] : failures_)
        notify("error", why.starts_with(path) ? why : path + ": " + why);
    if (left_out_ != 0) {
        notify("warning", options().language == Language::ja
                              ? "ほかに " + words().count(left_out_) + " の指摘があります。"
                              : "not listed: " + words().findings(left_out_));
    }
    json_.end_array().end_object().end_array();
}

}  // namespace

std::unique_ptr<Report> make_sarif_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<SarifReport>(out, options);
}

}  // namespace daicho
