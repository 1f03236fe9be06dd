#include "tools/server/thing.hpp"

#include <algorithm>
#include <vector>

#include "grammars/text/digits.hpp"
#include "registries/lookup/address_by_id.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm by_its_id{"id", {"ID", "id"}};

bool is_digits_of(std::string_view text, std::size_t size) {
    return text.size() == size && std::ranges::all_of(text, is_ascii_digit);
}

/// Whether the text can be an id of the kind: a name is for a search.
bool can_be_id(const ServedKind& kind, std::string_view id) {
    if (kind.kind == "corporation" || kind.kind == "town") return is_digits_of(id, 13);
    if (kind.kind == "municipality") return is_digits_of(id, 6) || is_digits_of(id, 5);
    if (kind.kind == "postal-code") return is_digits_of(id, 7);
    if (kind.kind == "code") return id.find(':') != id.npos;
    if (kind.kind == "school") return id.size() == 13;
    return true;
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
    if (!can_be_id(kind, id)) return {};
    if (kind.kind == "address") return find_address(data, id, context);
    context.limit = 100;
    LookupAnswer found = data.knowledge().look_up(kind.kind, id, context);
    const bool by_number = kind.kind == "programme";  // words of a title are for a search
    std::erase_if(found.matches, [&](const LookupMatch& match) {
        return !match.sure || (by_number && match.reason.key != "number");
    });
    return found;
}

}  // namespace daicho
