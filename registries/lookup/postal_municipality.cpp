#include "registries/lookup/postal_municipality.hpp"

#include <algorithm>
#include <utility>

#include "registries/sources/place_key.hpp"

namespace daicho {

namespace {

using Matches = std::vector<PostalMatch>;

/// The town with the longest name is meant: 旭町, not 旭.
void leave_longest_names(Matches& matches) {
    std::size_t longest = 0;
    for (const PostalMatch& match : matches) longest = std::max(longest, match.name);
    for (PostalMatch& match : matches) {
        if (match.name > 0 && match.name < longest) match.belongs = Belongs::no;
    }
}

/// What the records that name things say together, those that speak of what is left aside.
Belongs by_name(const Matches& matches) {
    Belongs found = Belongs::no;
    for (const PostalMatch& match : matches) {
        if (!match.others) found = std::max(found, match.belongs);
    }
    return found;
}

/// その他 is what no other record names. Of a town with a record for the whole and others for parts, the
/// whole may be meant for all or for what is left.
void settle_others(Matches& matches) {
    const Belongs named = by_name(matches);
    for (PostalMatch& match : matches) {
        if (!match.others || match.belongs == Belongs::no || match.name == 0) continue;
        const Belongs left = named == Belongs::no    ? Belongs::yes
                             : named == Belongs::yes ? Belongs::no
                                                     : Belongs::cannot_tell;
        match.belongs = match.belongs == Belongs::yes ? std::max(left, Belongs::cannot_tell) : left;
    }
}

/// 以下に掲載がない場合 is for towns that no record names; a lot that the records of its town leave out is
/// not known.
void settle_unlisted(Matches& matches, bool named) {
    Belongs listed = Belongs::no;
    for (const PostalMatch& match : matches) {
        if (match.name > 0 || !match.others) listed = std::max(listed, match.belongs);
    }
    Belongs unlisted = static_cast<Belongs>(2 - static_cast<int>(listed));
    if (named) unlisted = listed == Belongs::no ? Belongs::cannot_tell : Belongs::no;
    for (PostalMatch& match : matches) {
        if (match.others && match.name == 0) match.belongs = unlisted;
    }
}

}  // namespace

void PostalMunicipality::add(std::string_view code, PostalTown town) {
    std::string name_key = place_key(town.name);
    records_.push_back({std::string(code), std::move(town), std::move(name_key)});
}

PostalMunicipality::Answers PostalMunicipality::answers(const PostalPlace& place) const {
    Matches matches;
    matches.reserve(records_.size());
    for (const Record& record : records_)
        matches.push_back(match_postal_town(record.town, record.name_key, place));
    Answers answers;
    leave_longest_names(matches);
    settle_others(matches);
    for (const PostalMatch& match : matches) {
        const bool sure = match.belongs == Belongs::yes && (match.name > 0 || !match.others);
        answers.named = answers.named || match.apart || sure;
    }
    settle_unlisted(matches, answers.named);
    for (const PostalMatch& match : matches) answers.of_record.push_back(match.belongs);
    return answers;
}

Belongs PostalMunicipality::belongs(std::string_view code, const PostalPlace& place) const {
    const Answers found = answers(place);
    Belongs any = Belongs::no;
    for (std::size_t i = 0; i < records_.size(); ++i) {
        if (records_[i].code != code) continue;
        any = std::max(any, found.of_record[i]);
        // A town that is written so in no record may be one of them in another spelling.
        if (!found.named) any = std::max(any, Belongs::cannot_tell);
    }
    return any;
}

std::vector<PostalMunicipality::Code> PostalMunicipality::codes(const PostalPlace& place) const {
    const auto found = answers(place).of_record;
    const Belongs best = found.empty() ? Belongs::no : *std::max_element(found.begin(), found.end());
    std::vector<Code> codes;
    for (std::size_t i = 0; i < records_.size() && best != Belongs::no; ++i) {
        const auto known = [&](const Code& code) { return code.code == records_[i].code; };
        if (found[i] != best || std::any_of(codes.begin(), codes.end(), known)) continue;
        codes.push_back({records_[i].code, best});
    }
    return codes;
}

}  // namespace daicho
