#include "tools/gate/stored_check.hpp"

#include <memory>

#include "models/rules/message.hpp"
#include "tools/gate/byte_packing.hpp"

namespace daicho {

namespace {

void pack_form(BytePacker& out, const TableForm& form) {
    out.text(form.format).text(form.label).flag(form.text.has_value());
    if (form.text) {
        out.number(static_cast<std::uint64_t>(form.text->encoding)).flag(form.text->bom);
        out.number(static_cast<std::uint64_t>(form.text->newline));
        out.number(static_cast<std::uint64_t>(form.text->record_end));
        out.text({&form.text->delimiter, 1});
    }
    out.number(static_cast<std::uint64_t>(form.places.kind))
        .text(form.places.of)
        .flag(form.places.source_columns);
    out.flag(form.places.ways != nullptr);
    if (form.places.ways) out.texts(*form.places.ways);
    out.flag(form.has_header).number(form.header_line);
}

TableForm unpack_form(ByteUnpacker& in, StoredCheck& check) {
    TableForm form;
    form.format = check.keep(in.text());
    form.label = check.keep(in.text());
    if (in.flag()) {
        Dialect dialect;
        dialect.encoding = static_cast<Encoding>(in.number());
        dialect.bom = in.flag();
        dialect.newline = static_cast<Newline>(in.number());
        dialect.record_end = static_cast<Newline>(in.number());
        const std::string_view delimiter = in.text();
        dialect.delimiter = delimiter.empty() ? ',' : delimiter.front();
        form.text = dialect;
    }
    form.places.kind = static_cast<PlaceForm::Kind>(in.number());
    form.places.of = in.text();
    form.places.source_columns = in.flag();
    if (in.flag()) form.places.ways = std::make_shared<const std::vector<std::string>>(in.texts());
    form.has_header = in.flag();
    form.header_line = in.number();
    return form;
}

/// The rules of a model that findings name: the others are known anyway.
void pack_rules(BytePacker& out, const StoredCheck& check) {
    std::set<std::string_view> seen;
    std::vector<const Rule*> rules;
    for (const Finding& finding : check.findings) {
        if (find_rule(finding.rule.text) != nullptr || !seen.insert(finding.rule.text).second) continue;
        if (const Rule* rule = check.facts.rules.find(finding.rule)) rules.push_back(rule);
    }
    out.number(rules.size());
    for (const Rule* rule : rules) {
        out.text(rule->id.text).number(static_cast<std::uint64_t>(rule->severity));
        out.number(static_cast<std::uint64_t>(rule->blocks)).text(rule->message.ja).text(rule->message.en);
    }
}

RuleBook unpack_rules(ByteUnpacker& in, StoredCheck& check) {
    std::vector<Rule> rules;
    for (std::uint64_t left = in.number(); left != 0 && in.good(); --left) {
        const RuleId id{check.keep(in.text())};
        const auto severity = static_cast<Severity>(in.number());
        const auto blocks = static_cast<Level>(in.number());
        const std::string_view ja = check.keep(in.text()), en = check.keep(in.text());
        rules.push_back(written_rule(id, severity, blocks, {ja, en}));
    }
    return RuleBook(std::move(rules));
}

void pack_facts(BytePacker& out, const FileFacts& facts) {
    pack_form(out, facts.form);
    out.text(facts.model).text(facts.model_name.ja).text(facts.model_name.en).text(facts.model_reference);
    out.text(facts.map).number(facts.settings.size());
    for (const auto& [name, value] : facts.settings) out.text(name).text(value);
    out.number(facts.columns.size());
    for (const BoundColumn& column : facts.columns) {
        out.number(column.column).text(column.header).text(column.item).text(column.item_name.ja);
        out.text(column.item_name.en).text(column.how).flag(column.confidential);
    }
}

void unpack_facts(ByteUnpacker& in, StoredCheck& check) {
    FileFacts& facts = check.facts;
    facts.form = unpack_form(in, check);
    facts.model = in.text();
    const std::string_view ja = check.keep(in.text());
    facts.model_name = {ja, check.keep(in.text())};
    facts.model_reference = in.text();
    facts.map = in.text();
    for (std::uint64_t left = in.number(); left != 0 && in.good(); --left) {
        const std::string name(in.text());
        facts.settings[name] = in.text();
    }
    for (std::uint64_t left = in.number(); left != 0 && in.good(); --left) {
        BoundColumn& column = facts.columns.emplace_back();
        column.column = static_cast<std::uint32_t>(in.number());
        column.header = in.text();
        column.item = in.text();
        const std::string_view name = check.keep(in.text());
        column.item_name = {name, check.keep(in.text())};
        column.how = in.text();
        column.confidential = in.flag();
    }
}

void pack_finding(BytePacker& out, const Finding& finding) {
    out.text(finding.rule.text).number(static_cast<std::uint64_t>(finding.severity));
    out.number(static_cast<std::uint64_t>(finding.blocks)).number(finding.record).number(finding.place.line);
    out.number(finding.place.position).number(finding.place.element).number(finding.column);
    out.number(finding.span.begin).number(finding.span.end).text(finding.header).text(finding.item);
    out.text(finding.value).text(finding.expected).text(finding.detail);
    out.number(static_cast<std::uint64_t>(finding.repair.kind))
        .text(finding.repair.value)
        .flag(finding.confidential);
}

Finding unpack_finding(ByteUnpacker& in, StoredCheck& check) {
    Finding finding;
    finding.rule = {check.keep(in.text())};
    finding.severity = static_cast<Severity>(in.number());
    finding.blocks = static_cast<Level>(in.number());
    finding.record = in.number();
    finding.place.line = in.number();
    finding.place.position = static_cast<std::uint32_t>(in.number());
    finding.place.element = static_cast<std::uint32_t>(in.number());
    finding.column = static_cast<std::uint32_t>(in.number());
    finding.span.begin = static_cast<decltype(finding.span.begin)>(in.number());
    finding.span.end = static_cast<decltype(finding.span.end)>(in.number());
    finding.header = check.keep(in.text());
    finding.item = check.keep(in.text());
    finding.value = in.text();
    finding.expected = check.keep(in.text());
    finding.detail = in.text();
    finding.repair.kind = static_cast<RepairKind>(in.number());
    finding.repair.value = in.text();
    finding.confidential = in.flag();
    return finding;
}

}  // namespace

std::string_view StoredCheck::keep(std::string_view text) {
    const auto known = texts.find(text);
    return known != texts.end() ? *known : *texts.emplace(text).first;
}

void CheckKeeper::begin_file(const FileFacts& facts) {
    into_.facts = facts;
}

void CheckKeeper::add(const Finding& finding) {
    if (into_.findings.size() >= most_) {
        all_kept_ = false;
        return;
    }
    const bool hide = finding.confidential && !show_values_;
    Finding& kept = into_.findings.emplace_back(hide ? masked(finding) : finding);
    kept.header = into_.keep(finding.header);
    kept.item = into_.keep(finding.item);
    kept.expected = into_.keep(finding.expected);
}

void replay(const StoredCheck& check, CheckListener& listener) {
    listener.begin_file(check.facts);
    for (const Finding& finding : check.findings) listener.add(finding);
    listener.end_file(check.verdict);
}

std::string pack(const StoredCheck& check) {
    BytePacker out;
    pack_facts(out, check.facts);
    pack_rules(out, check);
    out.number(check.findings.size());
    for (const Finding& finding : check.findings) pack_finding(out, finding);
    const FileVerdict& verdict = check.verdict;
    out.number(verdict.records).flag(verdict.level.has_value());
    if (verdict.level) out.number(static_cast<std::uint64_t>(*verdict.level));
    for (const std::uint64_t count : verdict.levels) out.number(count);
    out.text(verdict.pattern).texts(verdict.lacking).text(check.newest).number(check.suppressed.size());
    for (const auto& records : check.suppressed) {
        out.number(records.size());
        for (const std::uint64_t record : records) out.number(record);
    }
    out.number(check.missing);
    return out.take();
}

std::optional<StoredCheck> unpack(std::string_view bytes, const std::string& path) {
    ByteUnpacker in(bytes);
    StoredCheck check;
    check.facts.path = path;
    unpack_facts(in, check);
    check.facts.rules = unpack_rules(in, check);
    for (std::uint64_t left = in.number(); left != 0 && in.good(); --left)
        check.findings.push_back(unpack_finding(in, check));
    FileVerdict& verdict = check.verdict;
    verdict.records = in.number();
    if (in.flag()) verdict.level = static_cast<Level>(in.number());
    for (std::uint64_t& count : verdict.levels) count = in.number();
    verdict.pattern = in.text();
    verdict.lacking = in.texts();
    check.newest = in.text();
    for (std::uint64_t left = in.number(); left != 0 && in.good(); --left) {
        auto& records = check.suppressed.emplace_back();
        for (std::uint64_t more = in.number(); more != 0 && in.good(); --more) records.push_back(in.number());
    }
    check.missing = static_cast<std::uint32_t>(in.number());
    if (!in.good() || !in.at_end()) return std::nullopt;
    return check;
}

}  // namespace daicho
