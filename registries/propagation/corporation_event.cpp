#include "registries/propagation/corporation_event.hpp"

#include "grammars/formats/json_writer.hpp"
#include "registries/corporations/corporation_rows.hpp"

namespace daicho {

namespace {

/// What change captures write: created, updated, deleted.
std::string_view letter(Change::Op op) {
    switch (op) {
        case Change::Op::added:
            return "c";
        case Change::Op::removed:
            return "d";
        case Change::Op::changed:
            break;
    }
    return "u";
}

void write_states(JsonWriter& json, const CorporationEvent& event) {
    const auto state = [&](std::string_view key, bool known, std::string Change::Item::*text) {
        json.key(key);
        if (!known) {
            json.null();
            return;
        }
        json.begin_object();
        for (const Change::Item& item : event.change.items) json.key(item.name).string(item.*text);
        json.end_object();
    };
    state("before", event.before_known && event.change.op != Change::Op::added, &Change::Item::before);
    state("after", event.change.op != Change::Op::removed, &Change::Item::after);
}

}  // namespace

std::string_view to_string(CorporationEventType type) {
    constexpr std::string_view words[] = {
        "new",
        "arrive",
        "leave",
        "name",
        "name.kind",
        "name.spelling",
        "kind",
        "kana",
        "address.move",
        "address.move.municipality",
        "address.renumber",
        "address.spelling",
        "address",
        "postcode",
        "close",
        "revive",
        "merge.absorbed",
        "merge.survivor",
        "merge.annulled",
        "name.struck",
        "withdraw",
        "correct",
        "other",
    };
    return words[static_cast<std::size_t>(type)];
}

std::string corporation_event_line(const CorporationEvent& event) {
    std::string line;
    JsonWriter json(line);
    json.begin_object().key("id").string(event.id).key("op").string(letter(event.change.op));
    json.key("type").string(to_string(event.type)).key("number").string(corporate_number_text(event.number));
    json.key("name").string(event.name);
    json.key("effective").string_or_null(event.effective).key("published").string_or_null(event.published);
    write_states(json, event);
    if (!event.others.empty()) {
        json.key(event.type == CorporationEventType::absorbed ? "successors" : "absorbed").begin_array();
        for (const std::uint64_t number : event.others) json.string(corporate_number_text(number));
        json.end_array();
    }
    json.key("source").begin_object().key("file").string(event.evidence.file);
    json.key("line").number(event.evidence.line).key("process").string_or_null(event.process);
    json.key("correct").boolean(event.correction).end_object().end_object().end_line();
    return line;
}

}  // namespace daicho
