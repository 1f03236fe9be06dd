#include "registries/corporations/name_search.hpp"

#include <algorithm>
#include <utility>

#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/corporations/asked_reading.hpp"
#include "registries/corporations/names_within.hpp"
#include "registries/corporations/near_names.hpp"

namespace daicho {

namespace {

/// How many documents of a segment are looked at for beginnings and parts, where not all are asked for.
constexpr std::size_t most_looked_at = 128;
constexpr std::size_t longest_name = 2000;  ///< bytes: no name of the register has more than 150 characters
/// Of how many corporations the address is read; and up to how many candidates it is read wherever they are.
constexpr std::size_t most_addresses = 256;
constexpr std::size_t few_addresses = 16;

/// One search.
class NameAsked {
 public:
    NameAsked(CorporateNameIndex& index, const NameSearchAids& aids, SeatStore& seats, const NameQuery& query)
        : index_(index),
          aids_(aids),
          seats_(seats),
          query_(query),
          near_{.municipality = query.near_place},
          name_(without_spaces(query.name)),
          keys_(corporate_name_key(name_)),
          raw_digest_(name_digest(name_)),
          width_digest_(short_name_digest(keys_.width)) {
        if (without_spaces(query.address).empty()) return;
        near_ = seats_.read(query.address, query.near_place);
        unplaced_ = near_.municipality == 0;
    }

    NameAnswer answer();

 private:
    /// With a filter the rare one among many may be the answer.
    bool looks_at_all() const {
        return query_.limit == 0 || !query_.places.empty() || !query_.kinds.empty() ||
               query_.state != NameQuery::State::any;
    }
    bool passes(const NameDocument& document) const;
    NameHit hit(const NameDocument& document, NameLevel level) const;
    void add(const NameDocument& document, NameLevel level) {
        if (passes(document)) hits_.push_back(hit(document, level));
    }
    NameLevel level_of(const NameDocument& document) const;
    bool agrees_in_form(const NameDocument& document) const;

    void find_equal();
    std::vector<NameHit> find_named(const NameWithin& name);
    void find_within();
    void find_body_of_office();
    void find_readings(const std::vector<AskedReading>& readings);
    void find_beginnings(NameSpace space, std::string_view start);
    void find_parts(NameSpace space, std::string_view part);
    void find_near(NameSpace space, std::string_view text);
    PlaceAgreement place_of(std::uint32_t municipality) const;
    void compare_addresses();
    bool is_sure(const NameAnswer& answer) const;
    bool is_covered() const;
    void settle(NameAnswer& answer);

    CorporateNameIndex& index_;
    const NameSearchAids& aids_;
    SeatStore& seats_;
    const NameQuery& query_;
    SeatPlace near_;
    bool unplaced_ = false;  ///< an address was given, and no municipality read from it
    std::string_view name_;
    CorporateNameKey keys_;
    std::uint32_t raw_digest_;
    std::uint16_t width_digest_;
    bool asked_in_kana_ = false;
    bool has_within_ = false;
    std::vector<NameHit> hits_;
    bool more_ = false;
};

bool NameAsked::passes(const NameDocument& document) const {
    if (query_.state != NameQuery::State::any &&
        document.closed != (query_.state == NameQuery::State::closed))
        return false;
    if (!query_.kinds.empty() && std::ranges::find(query_.kinds, document.kind) == query_.kinds.end())
        return false;
    return query_.places.empty() || std::ranges::any_of(query_.places, [&](std::uint32_t place) {
               return is_in_place(document.municipality, place);
           });
}

NameHit NameAsked::hit(const NameDocument& document, NameLevel level) const {
    NameHit hit{.number = document.number,
                .level = level,
                .role = document.role,
                .closed = document.closed,
                .image = document.image,
                .kind = document.kind,
                .municipality = document.municipality,
                .length = static_cast<std::uint16_t>(document.core.size())};
    hit.place = place_of(document.municipality);
    return hit;
}

/// Of the municipality alone. Who filters by a place says where the corporation is.
PlaceAgreement NameAsked::place_of(std::uint32_t municipality) const {
    if (municipality == 0) return PlaceAgreement::unknown;
    if (near_.municipality != 0) {
        const SeatPlace near{.municipality = near_.municipality};
        return compare_places(near, {.municipality = municipality});
    }
    PlaceAgreement best = PlaceAgreement::unknown;
    for (const std::uint32_t place : query_.places)
        best = std::min(best, compare_places({.municipality = place}, {.municipality = municipality}));
    return best;
}

/// Of a document with the core that is asked for.
NameLevel NameAsked::level_of(const NameDocument& document) const {
    if (document.role == NameRole::former) return NameLevel::former;
    if (document.role == NameRole::english) return NameLevel::english;
    if (document.form == form_number(keys_.form) && document.position == keys_.position) {
        if (document.raw_digest == raw_digest_) return NameLevel::exact;
        return document.width_digest == width_digest_ ? NameLevel::width : NameLevel::folded;
    }
    if (document.form == form_number(keys_.form)) return NameLevel::same_form;
    // Who asks in kana may as well mean the reading of another name.
    return asked_in_kana_ && !keys_.form ? NameLevel::reading : NameLevel::other_form;
}

/// 医療法人 is short for 医療法人社団 and 医療法人財団.
bool are_medical(const LegalForm& a, const LegalForm& b) {
    constexpr std::string_view medical = "医療法人";
    return a.name.starts_with(medical) && b.name.starts_with(medical) &&
           (a.name == medical || b.name == medical);
}

/// 多度津町 is not 多度津町漁業協同組合, nor 鳥取大学 its 生活協同組合, but a 株式会社 may be named without.
bool NameAsked::agrees_in_form(const NameDocument& document) const {
    if (document.form == form_number(keys_.form)) return true;
    if (!keys_.form) return !legal_forms()[document.form - 1u].name.ends_with("協同組合");
    if (document.form != 0 && are_medical(*keys_.form, legal_forms()[document.form - 1u])) return true;
    return document.form == 0 && is_company_form(*keys_.form) &&
           form_agrees(keys_.form->name, document.kind, 0);
}

void NameAsked::find_equal() {
    for (std::size_t segment = 0; segment < index_.segments(); ++segment) {
        index_.visit(index_.equal(segment, NameSpace::names, keys_.core), [&](const NameDocument& document) {
            if (!passes(document)) return true;
            hits_.push_back(hit(document, level_of(document)));
            hits_.back().form_agrees = agrees_in_form(document);
            return true;
        });
    }
}

NameLevel level_of_kind(NameWithin::Kind kind) {
    using Kind = NameWithin::Kind;
    if (kind == Kind::notation) return NameLevel::same_form;
    return kind == Kind::slip ? NameLevel::near : NameLevel::within;
}

/// Corporations of a name that is in the text.
std::vector<NameHit> NameAsked::find_named(const NameWithin& name) {
    keys_ = corporate_name_key(name.name);
    if (keys_.core.empty()) return {};
    std::vector<NameHit> before = std::exchange(hits_, {});
    find_equal();
    if (!name.local_bodies.empty()) {
        std::erase_if(hits_, [&](const NameHit& hit) {
            return std::ranges::find(name.local_bodies, hit.number) == name.local_bodies.end();
        });
    }
    for (NameHit& hit : hits_) {
        hit.local_body = !name.local_bodies.empty();
        hit.level = std::max(hit.level, level_of_kind(name.kind));
    }
    return std::exchange(hits_, std::move(before));
}

/// Names in the text, where it is none itself. Of local bodies, all that it may be of: 港区役所.
void NameAsked::find_within() {
    for (const NameWithin& name : names_within(name_)) {
        if (!hits_.empty() && name.local_bodies.empty()) break;
        const std::vector<NameHit> found = find_named(name);
        has_within_ |= !found.empty() && name.kind != NameWithin::Kind::guess;
        hits_.insert(hits_.end(), found.begin(), found.end());
        if (!hits_.empty() && name.local_bodies.empty()) break;
    }
    keys_ = corporate_name_key(name_);
}

/// 福井県庁 is 福井県 before it is 福井県庁生活協同組合, to which the address of the office is no witness.
void NameAsked::find_body_of_office() {
    const auto is_named_so = [](const NameHit& hit) { return hit.level < NameLevel::other_form; };
    if (keys_.form || std::ranges::any_of(hits_, is_named_so)) return;
    const std::vector<NameWithin> bodies = bodies_of_office(name_);
    if (bodies.empty()) return;
    for (NameHit& other : hits_) other.form_agrees = false;
    for (const NameWithin& body : bodies) {
        const std::vector<NameHit> found = find_named(body);
        hits_.insert(hits_.end(), found.begin(), found.end());
    }
    keys_ = corporate_name_key(name_);
}

void NameAsked::find_readings(const std::vector<AskedReading>& readings) {
    for (const AskedReading& reading : readings) {
        for (std::size_t segment = 0; segment < index_.segments(); ++segment) {
            for (const NameSpace space : {NameSpace::readings, NameSpace::names}) {
                // Names that are all kana are readings themselves; what is asked for as it is was found.
                if (space == NameSpace::names && reading.forms.empty()) continue;
                index_.visit(index_.equal(segment, space, reading.key), [&](const NameDocument& document) {
                    if (!passes(document)) return true;
                    NameHit found = hit(
                        document, document.role == NameRole::former ? NameLevel::former : NameLevel::reading);
                    found.form_agrees = form_agrees(reading.forms, document.kind, document.form);
                    hits_.push_back(found);
                    return true;
                });
            }
        }
    }
}

void NameAsked::find_beginnings(NameSpace space, std::string_view start) {
    for (std::size_t segment = 0; segment < index_.segments(); ++segment) {
        std::size_t left = looks_at_all() ? all_documents : most_looked_at;
        const bool all =
            index_.visit(index_.beginning(segment, space, start), [&](const NameDocument& document) {
                if (left-- == 0) return false;
                if (document.core != start) add(document, NameLevel::start);
                return true;
            });
        more_ |= !all;
    }
}

void NameAsked::find_parts(NameSpace space, std::string_view part) {
    if (part.size() > longest_name) return;
    std::vector<Bigram> bigrams;
    read_bigrams(part, bigrams);
    const auto only = static_cast<char32_t>(bigrams.back() >> bits_of_character);
    bigrams.pop_back();  // it need not stand at the end
    for (std::size_t segment = 0; segment < index_.segments(); ++segment) {
        const CorporateNameIndex::Range range = index_.whole(segment, space);
        std::size_t left = looks_at_all() ? all_documents : most_looked_at;
        const std::size_t most = looks_at_all() ? all_documents : most_looked_at + 1;
        const std::vector<std::uint32_t> documents =
            bigrams.empty() ? index_.containing(range, only) : index_.containing(range, bigrams, most);
        more_ |= documents.size() == most;
        const bool all = index_.visit(range, documents, [&](const NameDocument& document) {
            if (left-- == 0) return false;
            const std::size_t at = document.core.find(part);
            if (at != 0 && at != document.core.npos) add(document, NameLevel::part);
            return true;
        });
        more_ |= !all;
    }
}

/// Of a short name very many are one character off: those of the municipality count.
void NameAsked::find_near(NameSpace space, std::string_view text) {
    constexpr std::size_t telling_characters = 4;
    if (text.size() > longest_name) return;
    const bool telling = count_code_points(text) >= telling_characters;
    if (!telling && near_.key.empty()) return;
    visit_near_names(index_, space, text, [&](const NameDocument& document) {
        if (telling || place_of(document.municipality) <= PlaceAgreement::municipality)
            add(document, NameLevel::near);
    });
}

/// Of those that may be meant, the addresses; of names that many have, only where the municipality may be.
void NameAsked::compare_addresses() {
    if (near_.key.empty()) return;
    const auto candidates = static_cast<std::size_t>(
        std::ranges::count_if(hits_, [](const NameHit& hit) { return hit.level <= NameLevel::near; }));
    std::size_t left = most_addresses;
    for (NameHit& hit : hits_) {
        const bool near = hit.place <= PlaceAgreement::municipality ||
                          (candidates <= few_addresses && hit.place <= PlaceAgreement::unknown);
        if (hit.level > NameLevel::near || !near) continue;
        if (left-- == 0) return;
        // A municipality may have been renumbered since: the address itself says where it is.
        const PlaceAgreement place = compare_places(near_, seats_.seat(hit.number));
        if (place != PlaceAgreement::unknown) hit.place = place;
    }
}

/// Whether the register has every corporation that may be meant.
bool NameAsked::is_covered() const {
    if (unplaced_) return false;
    if (near_.municipality != 0) return aids_.coverage.has(near_.municipality);
    if (!query_.places.empty()) return aids_.coverage.has_all_of(query_.places);
    return aids_.coverage.is_all_of_japan();
}

bool NameAsked::is_sure(const NameAnswer& answer) const {
    const NameHit& first = hits_.front();
    const auto is_rival = [&](const NameHit& hit) {
        return hit.number != first.number && hit.level == first.level && hit.place == first.place &&
               hit.form_agrees == first.form_agrees;
    };
    if (answer.equals != 1 || std::ranges::any_of(hits_, is_rival)) return false;
    if (first.is_confirmed()) return first.level < NameLevel::within && first.level != NameLevel::english;
    if (first.level > NameLevel::folded || !is_covered()) return false;
    if (near_.municipality == 0 && query_.places.empty()) return true;
    const bool whole_prefecture = near_.municipality % 1000 == 0;  // or a filter, which all have passed
    return !first.closed && (first.place == PlaceAgreement::municipality ||
                             (first.place == PlaceAgreement::prefecture && whole_prefecture));
}

void NameAsked::settle(NameAnswer& answer) {
    const auto better = [](const NameHit& a, const NameHit& b) {
        if (a.rank() != b.rank()) return a.rank() < b.rank();
        if (a.image != b.image) return b.image;
        if (a.length != b.length) return a.length < b.length;
        return a.number < b.number;
    };
    // One hit a corporation: its best.
    const auto by_number = [&](const NameHit& a, const NameHit& b) {
        return a.number != b.number ? a.number < b.number : better(a, b);
    };
    if (!std::ranges::is_sorted(hits_, by_number)) std::ranges::sort(hits_, by_number);
    hits_.erase(std::unique(hits_.begin(), hits_.end(),
                            [](const NameHit& a, const NameHit& b) { return a.number == b.number; }),
                hits_.end());
    if (hits_.empty()) return;
    compare_addresses();
    // The first and the next tell the margin, whatever is asked for.
    const std::size_t shown = query_.limit == 0 ? hits_.size() : std::max<std::size_t>(query_.limit, 2);
    const auto end = hits_.begin() + static_cast<std::ptrdiff_t>(std::min(shown, hits_.size()));
    std::partial_sort(hits_.begin(), end, hits_.end(), better);
    const unsigned rank = hits_.front().rank();
    answer.equals = static_cast<std::size_t>(
        std::ranges::count_if(hits_, [&](const NameHit& h) { return h.rank() == rank; }));
    const auto level = [](const NameHit& h) { return static_cast<unsigned>(h.level); };
    const unsigned first = level(hits_.front()), next = hits_.size() > 1 ? level(hits_[1]) : name_levels;
    answer.margin = next > first ? next - first : 0;
    answer.sure = is_sure(answer);
    if (query_.limit != 0 && hits_.size() > query_.limit) {
        hits_.resize(query_.limit);
        more_ = true;
    }
}

NameAnswer NameAsked::answer() {
    NameAnswer answer;
    answer.place_is_covered = is_covered();
    answer.address_is_unplaced = unplaced_;
    if (keys_.core.empty()) return answer;
    const std::vector<AskedReading> readings = readings_of(name_);
    asked_in_kana_ = !readings.empty();
    const bool payee = !readings.empty() && !readings.front().forms.empty();
    find_equal();
    find_readings(readings);
    const bool found = !hits_.empty();
    found ? find_body_of_office() : find_within();
    if (!query_.whole_names_only && (query_.limit == 0 || hits_.size() < query_.limit)) {
        // A text is looked for as a name, and where it is all kana, as a reading; of a payee's, only the
        // corporation.
        struct Text {
            NameSpace space;
            std::string_view text;
        };
        std::vector<Text> texts;
        if (!payee) texts.push_back({NameSpace::names, keys_.core});
        if (!readings.empty()) texts.push_back({NameSpace::readings, readings.front().key});
        for (const Text& each : texts) find_beginnings(each.space, each.text);
        if (!found) {
            for (const Text& each : texts) find_parts(each.space, each.text);
            // A whole name that is misspelt is not a name that begins so, however many do.
            const bool whole = (keys_.form && !has_within_) || !near_.key.empty();
            if (hits_.empty() || whole) {
                for (const Text& each : texts) find_near(each.space, each.text);
            }
        }
    }
    settle(answer);
    answer.hits = std::move(hits_);
    answer.more = more_;
    return answer;
}

}  // namespace

NameAnswer CorporateNameSearch::find(const NameQuery& query) {
    return NameAsked(index_, aids_, seats_, query).answer();
}

}  // namespace daicho
