#include "tools/index_report.hpp"

#include "grammars/formats/json_writer.hpp"
#include "tools/text_table.hpp"

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

void put_index(JsonWriter& json, const std::optional<AddressIndexFacts>& index) {
    if (!index) {
        json.null();
        return;
    }
    json.begin_object();
    json.key("path").string(index->path);
    json.key("version").number(index->version);
    json.key("bytes").number(index->bytes);
    json.key("municipalities").number(index->municipalities);
    json.key("towns").number(index->towns);
    json.key("residences").number(index->residences);
    json.key("parcels").number(index->parcels);
    json.end_object();
}

}  // namespace daicho
