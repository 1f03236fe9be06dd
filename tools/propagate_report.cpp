#include "tools/propagate_report.hpp"

#include <map>

#include "grammars/base/language.hpp"
#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

using EventCounts = std::map<CorporationEventType, std::uint64_t>;

EventCounts count(const std::vector<CorporationEvent>& events) {
    EventCounts counts;
    for (const CorporationEvent& event : events) ++counts[event.type];
    return counts;
}

Text words_for(CorporationEventType type) {
    constexpr Text texts[] = {
        {"新しい法人", "new corporation"},
        {"変更前のデータにない法人", "not in the earlier data"},
        {"変更後のデータにない法人", "not in the later data"},
        {"名称の変更", "name changed"},
        {"名称と法人種別の変更", "name and kind changed"},
        {"名称の表記だけ", "name, spelling only"},
        {"法人種別だけの変更", "kind changed only"},
        {"フリガナだけの変更", "reading changed only"},
        {"同じ市区町村の中の移転", "moved in its municipality"},
        {"別の市区町村への移転", "moved to another municipality"},
        {"地名やコードの変更（場所は同じ）", "same place, renamed or renumbered"},
        {"住所の表記だけ", "address, spelling only"},
        {"所在地の変更（変更前は不明）", "address changed (former address unknown)"},
        {"郵便番号だけの変更", "postal code changed only"},
        {"登記記録の閉鎖", "closed"},
        {"登記記録の復活", "revived"},
        {"合併による解散（承継先あり）", "absorbed by another"},
        {"吸収合併をした", "absorbed another"},
        {"吸収合併の無効", "a merger is void"},
        {"商号の登記の抹消", "trade name struck"},
        {"法人番号の削除", "number withdrawn"},
        {"登記の訂正", "the register was corrected"},
        {"その他（英語表記、イメージなど）", "other (English names, images ...)"},
    };
    return texts[static_cast<std::size_t>(type)];
}

}  // namespace

std::string event_report(const std::vector<CorporationEvent>& events, PropagateForm form,
                         const Session& session) {
    std::string out;
    const EventCounts counts = count(events);
    if (form == PropagateForm::csv) {
        out += "type,count\n";
        for (const auto& [type, number] : counts) {
            out.append(to_string(type)).append(",").append(std::to_string(number)) += '\n';
        }
        return out;
    }
    if (form == PropagateForm::json) {
        JsonWriter json(out);
        json.begin_object().key("events").begin_object();
        for (const auto& [type, number] : counts) json.key(to_string(type)).number(number);
        json.end_object().end_object().end_line();
        return out;
    }
    out += session.say("異動: ", "Events: ");
    out += std::to_string(events.size()) + "\n";
    for (const auto& [type, number] : counts) {
        std::string digits = std::to_string(number);
        out.append(digits.size() < 8 ? 8 - digits.size() : 0, ' ').append(digits).append("  ");
        out.append(to_string(type)).append("  ").append(words_for(type).in(session.language)) += '\n';
    }
    return out;
}

}  // namespace daicho
