#include "tools/server/thing.hpp"

#include <algorithm>
#include <vector>

#include "grammars/text/digits.hpp"
#include "registries/lookup/address_by_id.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm by_its_id{"id", {"ID", "id"}};

template <std::size_t... sizes>
bool is_digits_of(std::string_view text) {
    return ((text.size() == sizes) || ...) && std::ranges::all_of(text, is_ascii_digit);
}

bool has_colon(std::string_view text) {
    return text.find(':') != text.npos;
}

bool is_school_code(std::string_view text) {
    return text.size() == 13;
}

bool is_any(std::string_view) {
    return true;
}

/// What an id of a kind looks like (a name is for a search), and why a look-up must have found the thing
/// where it finds things by other words too; empty: whatever it is sure of.
struct IdForm {
    std::string_view kind;
    bool (*fits)(std::string_view id);
    std::string_view reason = {};
};
constexpr IdForm id_forms[] = {
    {"corporation", is_digits_of<13>}, {"town", is_digits_of<13>}, {"municipality", is_digits_of<5, 6>},
    {"postal-code", is_digits_of<7>},  {"code", has_colon},        {"school", is_school_code},
    {"programme", is_any, "number"},
};

const IdForm& id_form(std::string_view kind) {
    static constexpr IdForm any{"", is_any};
    const auto* const found = std::ranges::find(id_forms, kind, &IdForm::kind);
    return found == std::end(id_forms) ? any : *found;
}

LookupAnswer find_address(const Snapshot& data, std::string_view id, const LookupContext& context) {
    LookupAnswer answer;
    answer.covered = data.knowledge().with_registry([&](const Registry& registry) {
        auto record = address_by_id(registry, id);
        if (!record) return;
        if (!context.fields.all())
            std::erase_if(*record, [&](const AnswerField& one) { return !context.fields.wants(one.name); });
        answer.matches.push_back({std::move(*record), by_its_id});
    });
    return answer;
}

}  // namespace

LookupAnswer find_by_id(const Snapshot& data, const ServedKind& kind, std::string_view id,
                        LookupContext context) {
    const IdForm& form = id_form(kind.kind);
    if (!form.fits(id)) return {};
    if (kind.kind == "address") return find_address(data, id, context);
    context.limit = 100;
    LookupAnswer found = data.knowledge().look_up(kind.kind, id, context);
    std::erase_if(found.matches, [&](const LookupMatch& match) {
        return !match.sure || (!form.reason.empty() && match.reason.key != form.reason);
    });
    return found;
}

}  // namespace daicho
