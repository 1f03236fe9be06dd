#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/change.hpp"
#include "registries/propagation/publication_rows.hpp"

namespace daicho {

/// What happened to a corporation in the register.
enum class CorporationEventType : std::uint8_t {
    created,  ///< "new": the number was assigned
    arrived,  ///< "arrive": it was not among those of before, and is not new
    left,     ///< "leave": it is not among those of after; the register itself never drops a corporation
    name,     ///< another name
    name_and_kind,     ///< another name and kind: 有限会社 to 株式会社
    name_spelling,     ///< the same name, written otherwise
    kind,              ///< another kind only
    kana,              ///< another reading only
    move,              ///< another seat in the same municipality
    move_across,       ///< another seat in another municipality, or abroad
    renumber,          ///< the same place under another name or code: its municipality did that
    address_spelling,  ///< the same address, written otherwise
    address,           ///< the address changed; from what is not known
    postal_code,       ///< the postal code only; no process of the register shows it
    closed,            ///< the record was closed
    revived,           ///< the record was opened again
    absorbed,          ///< closed, and another corporation succeeded
    survivor,          ///< it absorbed others
    merger_annulled,   ///< a merger is void
    struck,            ///< the trade name was struck from the register
    withdrawn,         ///< the number is void
    corrected,         ///< the register was wrong: what it says now was so before as well
    other,             ///< anything else: English names, images of glyphs, being hidden from the search
};

/// "new" "arrive" "name" "name.kind" "address.move" "merge.absorbed" ...
std::string_view to_string(CorporationEventType type);

/// An event of the register with all that is needed to act on it: what was, what is, since when, and who says
/// so.
struct CorporationEvent {
    std::string id;  ///< 16 hexadecimal digits; the same for the same number, type, dates and states
    CorporationEventType type = CorporationEventType::other;
    std::uint64_t number = 0;
    std::string name;          ///< of the corporation, as it is now
    Change change;             ///< items that the event is about, under their official English names
    bool before_known = true;  ///< false: difference files alone do not say what was before
    std::string effective;     ///< YYYY-MM-DD: changeDate, or closeDate of what was closed
    std::string published;     ///< YYYY-MM-DD
    std::string process;       ///< 処理区分 of the row
    bool correction = false;   ///< 訂正区分 of the row
    CorporationEvidence evidence;
    std::vector<std::uint64_t> others;  ///< absorbed: its successors, hop by hop; survivor: those it absorbed
};

/// One line of JSON: id, op, type, number, name, effective, published, before, after, source.
std::string corporation_event_line(const CorporationEvent& event);

}  // namespace daicho
