#include "tools/index_report.hpp"

#include "grammars/text/counted.hpp"
#include "tools/record_table.hpp"

namespace daicho {

std::string index_text(const AddressIndexFacts& index, const Session& session) {
    const auto number = [](std::uint64_t count) { return grouped(static_cast<std::int64_t>(count)); };
    const std::string bytes = number(index.bytes), municipalities = number(index.municipalities),
                      towns = number(index.towns), residences = number(index.residences),
                      parcels = number(index.parcels);
    return index.path +
           std::string(session.say("（" + bytes + " バイト、市区町村 " + municipalities + "、町字 " + towns +
                                       "、住居 " + residences + "、地番 " + parcels + "）",
                                   " (" + bytes + " bytes; municipalities " + municipalities + ", towns " +
                                       towns + ", residences " + residences + ", parcels " + parcels + ")"));
}

AnswerField index_fact(const std::optional<AddressIndexFacts>& index) {
    if (!index) return fact("address_index", {});
    const auto number = [](std::uint64_t count) { return AnswerNumber{std::to_string(count)}; };
    return fact(
        "address_index",
        AnswerRecord{fact("path", index->path), fact("version", number(index->version)),
                     fact("bytes", number(index->bytes)),
                     fact("municipalities", number(index->municipalities)),
                     fact("towns", number(index->towns)), fact("residences", number(index->residences)),
                     fact("parcels", number(index->parcels))});
}

}  // namespace daicho
