#include "registries/propagation/corporation_steps.hpp"

#include <algorithm>
#include <initializer_list>

#include "grammars/base/digest.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/variants.hpp"
#include "registries/corporations/corporation_rows.hpp"
#include "registries/propagation/seat.hpp"

namespace daicho {

namespace {

using namespace corporation_item;
using Items = std::initializer_list<std::size_t>;

constexpr Items name_items = {name};
constexpr Items name_and_kind_items = {name, kind};
constexpr Items kind_items = {kind};
constexpr Items kana_items = {furigana};
constexpr Items seat_items = {prefecture, city,      street,         prefecture_code,
                              city_code,  post_code, address_outside};
constexpr Items close_items = {close_date, close_cause, successor, change_cause};
constexpr Items merger_items = {change_cause};
constexpr Items other_items = {name_image,         address_image, address_outside_image,   english_name,
                               english_prefecture, english_city,  english_address_outside, hihyoji,
                               change_cause};
constexpr Items main_items = {
    name,      kind,      furigana,        prefecture, city,        street,    prefecture_code,
    city_code, post_code, address_outside, close_date, close_cause, successor, change_cause};

/// A name without what is a matter of spelling: width and forms of characters. Other kana are another name.
std::string spelt(std::string_view text) {
    return match_key(text, fold::spelling | fold::old_form);
}

class StepReader {
 public:
    explicit StepReader(const CorporationStep& step)
        : step_(step), before_(step.before), after_(step.after) {}

    std::vector<CorporationEvent> read() {
        if (after_ == nullptr) {
            add(CorporationEventType::left, main_items, Change::Op::removed);
        } else if (after_->withdrawn()) {
            add(CorporationEventType::withdrawn, main_items, Change::Op::removed);
        } else if (step_.first) {
            const bool created = after(process) == "01" && !step_.elsewhere;
            add(created ? CorporationEventType::created : CorporationEventType::arrived, main_items,
                Change::Op::added);
        } else if (step_.correction) {
            read_correction();
        } else if (before_ == nullptr) {
            read_process();
        } else {
            read_differences();
        }
        return std::move(events_);
    }

 private:
    const std::string& after(std::size_t item) const { return (*after_)[item]; }
    bool differs(std::size_t item) const { return (*before_)[item] != (*after_)[item]; }
    bool differs(Items items) const {
        return std::any_of(items.begin(), items.end(), [&](std::size_t item) { return differs(item); });
    }

    CorporationEvent& add(CorporationEventType type, Items items, Change::Op op = Change::Op::changed);
    void read_correction();
    void read_process();
    void read_differences();
    void read_name();
    void read_seat();
    void read_closing();

    const CorporationStep& step_;
    const PublishedCorporation* before_;
    const PublishedCorporation* after_;
    std::vector<CorporationEvent> events_;
};

CorporationEvent& StepReader::add(CorporationEventType type, Items items, Change::Op op) {
    const PublishedCorporation& now = after_ != nullptr && !after_->withdrawn() ? *after_
                                      : before_ != nullptr                      ? *before_
                                                                                : *after_;
    CorporationEvent event;
    event.type = type;
    event.number = step_.number;
    event.name = now[name];
    event.before_known = before_ != nullptr || op == Change::Op::added;
    event.change = {.op = op,
                    .table = "corporation",
                    .key = {},
                    .items = {},
                    .before_edition = {},
                    .after_edition = {},
                    .evidence = step_.evidence.file};
    event.change.key.emplace_back(corporation_item_names[corporation_item::number],
                                  corporate_number_text(step_.number));
    for (const std::size_t item : items) {
        std::string was = before_ != nullptr ? (*before_)[item] : "",
                    is = after_ != nullptr ? after(item) : "";
        if (was != is)
            event.change.items.push_back(
                {std::string(corporation_item_names[item]), std::move(was), std::move(is)});
    }
    if (before_ != nullptr) event.change.before_edition = (*before_)[update_date];
    if (after_ != nullptr) {
        const bool closing = type == CorporationEventType::closed || type == CorporationEventType::absorbed;
        event.effective = closing ? after(close_date) : after(change_date);
        event.published = event.change.after_edition = after(update_date);
        event.process = after(process);
        event.correction = after_->corrects();
    }
    event.evidence = step_.evidence;
    return events_.emplace_back(std::move(event));
}

void StepReader::read_correction() {
    if (before_ == nullptr) {
        add(CorporationEventType::corrected, main_items);
    } else if (differs(main_items)) {
        add(CorporationEventType::corrected, main_items);
    } else if (differs(other_items)) {
        add(CorporationEventType::corrected, other_items);
    }
}

/// What was before is not known: the process says what the row is about.
void StepReader::read_process() {
    struct Meaning {
        std::string_view code;
        CorporationEventType type;
        Items items;
    };
    static const Meaning meanings[] = {
        {"01", CorporationEventType::created, main_items},
        {"11", CorporationEventType::name, name_and_kind_items},
        {"12", CorporationEventType::address, seat_items},
        {"13", CorporationEventType::address, seat_items},
        {"21", CorporationEventType::closed, close_items},
        {"22", CorporationEventType::revived, close_items},
        {"71", CorporationEventType::survivor, merger_items},
        {"72", CorporationEventType::merger_annulled, merger_items},
        {"81", CorporationEventType::struck, name_items},
    };
    for (const Meaning& meaning : meanings) {
        if (after(process) != meaning.code) continue;
        const bool absorbed = meaning.type == CorporationEventType::closed && !after(successor).empty();
        const bool created = meaning.type == CorporationEventType::created;
        CorporationEvent& event = add(absorbed ? CorporationEventType::absorbed : meaning.type, meaning.items,
                                      created ? Change::Op::added : Change::Op::changed);
        if (meaning.type == CorporationEventType::survivor) event.others = numbers_in(after(change_cause));
        return;
    }
    add(CorporationEventType::other, main_items);
}

void StepReader::read_name() {
    if (differs(name)) {
        const bool spelling = spelt((*before_)[name]) == spelt(after(name));
        add(differs(kind) ? CorporationEventType::name_and_kind
            : spelling    ? CorporationEventType::name_spelling
                          : CorporationEventType::name,
            name_and_kind_items);
    } else if (differs(kind)) {
        add(CorporationEventType::kind, kind_items);
    }
    if (differs(furigana)) add(CorporationEventType::kana, kana_items);
}

void StepReader::read_seat() {
    switch (compare_seats(*before_, *after_)) {
        case SeatChange::none:
            return;
        case SeatChange::postal_code:
            add(CorporationEventType::postal_code, seat_items);
            return;
        case SeatChange::spelling:
            add(CorporationEventType::address_spelling, seat_items);
            return;
        case SeatChange::renumbered:
            add(CorporationEventType::renumber, seat_items);
            return;
        case SeatChange::renamed:
        case SeatChange::moved:
        case SeatChange::moved_across:
            break;
    }
    const bool across = before_->municipality() != after_->municipality() || differs(address_outside);
    add(across ? CorporationEventType::move_across : CorporationEventType::move, seat_items);
}

void StepReader::read_closing() {
    if (after_->closed() && differs({close_date, close_cause, successor})) {
        add(after(successor).empty() ? CorporationEventType::closed : CorporationEventType::absorbed,
            close_items);
    } else if (!after_->closed() && before_->closed()) {
        add(CorporationEventType::revived, close_items);
    }
    const bool row_is_new = differs(process) || differs(change_date) || differs(change_cause);
    if (!row_is_new) return;
    if (after(process) == "71") {
        add(CorporationEventType::survivor, merger_items).others = numbers_in(after(change_cause));
    } else if (after(process) == "72") {
        add(CorporationEventType::merger_annulled, merger_items);
    } else if (after(process) == "81") {
        add(CorporationEventType::struck, name_items);
    }
}

void StepReader::read_differences() {
    read_name();
    read_seat();
    read_closing();
    if (events_.empty() && differs(other_items)) add(CorporationEventType::other, other_items);
}

}  // namespace

std::vector<CorporationEvent> events_of(const CorporationStep& step) {
    return StepReader(step).read();
}

void settle_id(CorporationEvent& event) {
    std::string text = corporate_number_text(event.number);
    const auto add = [&](std::string_view part) { text.append(1, '\x1f').append(part); };
    add(to_string(event.type));
    add(event.effective);
    add(event.published);
    for (const Change::Item& item : event.change.items) {
        add(item.name);
        add(item.before);
        add(item.after);
    }
    Sha256 digest;
    digest.add(text);
    event.id = digest.hex().substr(0, 16);
}

std::vector<std::uint64_t> numbers_in(std::string_view text) {
    const std::string narrow(Narrow(text).text());
    std::vector<std::uint64_t> numbers;
    constexpr std::string_view digits = "0123456789";
    for (std::size_t at = narrow.find_first_of(digits); at < narrow.size();
         at = narrow.find_first_of(digits, at)) {
        const std::size_t end = std::min(narrow.find_first_not_of(digits, at), narrow.size());
        const std::uint64_t number = corporate_number(std::string_view(narrow).substr(at, end - at));
        if (number != 0 && std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
            numbers.push_back(number);
        }
        at = end;
    }
    return numbers;
}

}  // namespace daicho
