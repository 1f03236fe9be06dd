#include "registries/lookup/answer_json.hpp"

#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

struct ValueWriter {
    JsonWriter& json;

    void operator()(std::monostate) const { json.null(); }
    void operator()(const std::string& text) const { json.string(text); }
    void operator()(const AnswerNumber& number) const { json.decimal(number.digits); }
    void operator()(bool value) const { json.boolean(value); }
    void operator()(const AnswerTerm& term) const { json.string(term.key); }
    void operator()(const std::vector<std::string>& texts) const {
        json.begin_array();
        for (const std::string& text : texts) json.string(text);
        json.end_array();
    }
    void operator()(const std::vector<AnswerNumber>& numbers) const {
        json.begin_array();
        for (const AnswerNumber& number : numbers) json.decimal(number.digits);
        json.end_array();
    }
    void operator()(const AnswerRecord& record) const {
        json.begin_object();
        write_record(json, record);
        json.end_object();
    }
    void operator()(const std::vector<AnswerRecord>& records) const {
        json.begin_array();
        for (const AnswerRecord& record : records) (*this)(record);
        json.end_array();
    }
};

void write_match(JsonWriter& json, const LookupMatch& match) {
    json.begin_object();
    write_record(json, match.fields);
    json.key("reason").string(match.reason.key);
    if (match.tied) json.key("tied").boolean(true);
    if (!match.sure) json.key("sure").boolean(false);
    json.end_object();
}

}  // namespace

void write_value(JsonWriter& json, const AnswerValue& value) {
    std::visit(ValueWriter{json}, value);
}

void write_record(JsonWriter& json, const AnswerRecord& record, bool all) {
    for (const AnswerField& field : record) {
        if (field.name.key.empty()) continue;  // for people alone
        if (!all && std::holds_alternative<std::monostate>(field.value)) continue;
        json.plain_key(field.name.key);
        write_value(json, field.value);
    }
}

void append_answer_json(std::string& out, const LookupKind& kind, std::string_view query,
                        const LookupAnswer& answer, Language language) {
    JsonWriter json{out};
    json.begin_object().key("query").string(query).key("kind").string(kind.name);
    json.key("status").string(name_of(answer.status()));
    json.key("matches").begin_array();
    for (const LookupMatch& match : answer.matches) write_match(json, match);
    json.end_array().key("complete").boolean(answer.complete);
    if (const auto& closeness = answer.closeness) {
        json.key("equals").number(closeness->equals).key("margin").number(closeness->margin);
    }
    if (!answer.note(language).empty()) json.key("note").string(answer.note(language));
    json.end_object().end_line();
}

}  // namespace daicho
