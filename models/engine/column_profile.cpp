#include "models/engine/column_profile.hpp"

#include <algorithm>
#include <functional>

#include "grammars/text/narrow.hpp"
#include "grammars/values/rule_ids.hpp"
#include "grammars/values/yes_no.hpp"
#include "models/engine/placeholders.hpp"
#include "models/engine/stand_in.hpp"
#include "models/engine/value_kinds.hpp"

namespace daicho {

namespace {

constexpr std::size_t enough_to_give_up = 24;
constexpr double least_share = 0.7;
constexpr double least_share_when_named = 0.3;
constexpr double least_understood_when_named = 0.5;
constexpr double confidence_by_header = 0.3;
constexpr std::size_t longest_kept = 400;  // bytes; longer texts are of no kind that is recognised

/// What became of one kind over the values of a column.
struct Trial {
    KindShare share;
    double understood = 0;  ///< share that is readable, or a value with a flaw
    double signs = 0;       ///< share that shows the sign of the kind
    int rank = 0;
    bool named = false;

    bool fits() const {
        if (!named) return share.readable >= least_share && signs >= 1.0 / 3;
        return share.readable >= least_share_when_named || understood >= least_understood_when_named;
    }
    double confidence() const {
        return named ? std::max(share.readable, understood / 2) : share.readable * 0.9;
    }
    /// How well the kind fits, in twentieths: near shares count as equal.
    int score() const {
        const double by_content = share.readable + (named ? 0.25 : 0);
        return static_cast<int>((named ? std::max(by_content, understood + 0.1) : by_content) * 20);
    }
};

/// The kind that the header settles, unless half of the values show that it means something else: whether
/// there is one, or opening days.
const ValueType* settled_kind(std::string_view header, std::span<const std::string_view> values) {
    const RecognisedKind* kind = kind_settled_by(header);
    if (kind == nullptr) return nullptr;
    const auto means_other = [&](std::string_view value) {
        return yes_no_type.canonical(value, {}) ||
               std::any_of(kind->other.begin(), kind->other.end(),
                           [&](const std::string& part) { return value.find(part) != value.npos; });
    };
    const auto others = std::count_if(values.begin(), values.end(), means_other);
    return static_cast<std::size_t>(others) * 2 >= values.size() ? nullptr : kind->type;
}

/// What a value is for a kind.
enum ValueTrial : unsigned {
    value_tried = 1,
    value_canonical = 2,
    value_readable = 4,
    value_understood = 8,  ///< readable, or a value with a flaw
    value_sign = 16,
    value_miscounted = 32,  ///< it has too few or too many digits
};

/// Counts over the values that were tried.
struct Counts {
    std::size_t tried = 0, canonical = 0, readable = 0, understood = 0, signs = 0, miscounted = 0;

    void add(std::uint8_t trial) {
        ++tried;
        canonical += (trial & value_canonical) != 0;
        readable += (trial & value_readable) != 0;
        understood += (trial & value_understood) != 0;
        signs += (trial & value_sign) != 0;
        miscounted += (trial & value_miscounted) != 0;
    }
    double share(std::size_t count) const { return static_cast<double>(count) / static_cast<double>(tried); }
};

unsigned try_value(const RecognisedKind& kind, std::string_view value, const Reading& reading) {
    if (kind.type->is_canonical(value, reading)) {
        const bool sign = kind.sign == KindSign::form || shows(value, kind.sign);
        return value_tried | value_canonical | value_readable | value_understood | (sign ? value_sign : 0u);
    }
    const auto result = kind.type->canonical(value, reading);
    if (!result) {
        const RuleId rule = result.refusal().rule;
        return value_tried | (is_flawed_value(rule) ? value_understood : 0u) |
               (rule == rules::wrong_digit_count ? value_miscounted : 0u);
    }
    return value_tried | value_readable | value_understood | (shows(value, kind.sign) ? value_sign : 0u);
}

/// Kind number `number` of the recognised ones over values and what is known of them. `named`: by the header.
Trial try_kind(std::size_t number, std::span<const std::string_view> values,
               std::span<std::vector<std::uint8_t>* const> known, bool named, const Reading& reading) {
    const RecognisedKind& kind = recognised_kinds()[number];
    const bool counted = named && kind.counted;
    Counts counts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t hopeful = counts.understood + (counted ? counts.miscounted : 0);
        if (counts.tried >= enough_to_give_up && hopeful * 10 < counts.tried) break;
        std::uint8_t& found = (*known[i])[number];
        if (found == 0) found = static_cast<std::uint8_t>(try_value(kind, values[i], reading));
        counts.add(found);
    }
    return {{kind.type, counts.share(counts.canonical), counts.share(counts.readable)},
            counts.share(counts.understood + (counted ? counts.miscounted : 0)),
            counts.share(counts.signs),
            kind.rank,
            named};
}

bool better(const Trial& a, const Trial& b) {
    if (a.fits() != b.fits()) return a.fits();
    if (a.score() != b.score()) return a.score() > b.score();
    return a.rank < b.rank;
}

}  // namespace

bool is_flawed_value(RuleId rule) {
    constexpr RuleId flaws[] = {rules::incomplete, rules::two_digit_year, rules::spreadsheet_damage,
                                rules::ambiguous,  rules::several_values, rules::no_such_day,
                                rules::outside_era};
    return std::find(std::begin(flaws), std::end(flaws), rule) != std::end(flaws);
}

ColumnSamples::ColumnSamples(std::size_t columns, std::size_t values_per_column)
    : columns_(columns), limit_(values_per_column), open_(columns) {}

void ColumnSamples::add(std::size_t column, std::string_view text) {
    Column& samples = columns_[column];
    if (samples.values.size() == limit_ || text.empty() || text.size() > longest_kept) return;
    const std::size_t hash = std::hash<std::string_view>{}(text);
    const auto place = std::lower_bound(samples.hashes.begin(), samples.hashes.end(), hash);
    if (place != samples.hashes.end() && *place == hash) return;
    samples.hashes.insert(place, hash);
    samples.values.emplace_back(text);
    if (samples.values.size() == limit_) --open_;
}

void ColumnSamples::add(const Batch& batch) {
    for (std::size_t record = 0; record < batch.size() && !full(); ++record) {
        const std::size_t width = std::min(batch.width(record), columns_.size());
        for (std::size_t column = 0; column < width; ++column) add(column, batch.cell(record, column));
    }
}

std::vector<std::uint8_t>& KnownValues::of(const std::string& value) {
    std::vector<std::uint8_t>& trials = values_[value];
    if (trials.empty()) trials.resize(recognised_kinds().size());
    return trials;
}

ColumnKind recognise_kind(std::span<const std::string> values, std::string_view header,
                          const Reading& reading) {
    KnownValues nothing;
    return recognise_kind(values, header, reading, nothing);
}

ColumnKind recognise_kind(std::span<const std::string> values, std::string_view header,
                          const Reading& reading, KnownValues& known) {
    ColumnKind result;
    std::vector<std::string_view> tried;  // what only says that there is no value tells of no kind
    std::vector<std::vector<std::uint8_t>*> trials_of;
    for (const std::string& value : values) {
        if (is_placeholder(value) || !stand_in(value).rule.empty()) continue;
        tried.push_back(value);
        trials_of.push_back(&known.of(value));
    }
    if (tried.empty()) return result;
    const Narrow narrow{header};
    const bool remarks = header_is_of_remarks(narrow.text());
    std::vector<Trial> trials;
    for (std::size_t number = 0; number < recognised_kinds().size(); ++number) {
        const RecognisedKind& kind = recognised_kinds()[number];
        const bool named = !remarks && header_names(narrow.text(), kind);
        const Trial trial = try_kind(number, tried, trials_of, named, reading);
        if (trial.understood > 0) trials.push_back(trial);
    }
    std::stable_sort(trials.begin(), trials.end(), better);
    for (const Trial& trial : trials) result.shares.push_back(trial.share);
    if (!trials.empty() && trials.front().fits()) {
        result.type = trials.front().share.type;
        result.confidence = trials.front().confidence();
        if (trials.front().named) return result;
    }
    const ValueType* settled = remarks ? nullptr : settled_kind(narrow.text(), tried);
    if (settled != nullptr && settled != result.type) {
        result.type = settled;
        result.confidence = confidence_by_header;
        result.by_header = true;
    }
    return result;
}

bool header_names_any_kind(std::string_view header) {
    return header_names_any(Narrow{header}.text());
}

bool header_names_kind(std::string_view header, const ValueType& type) {
    for (const RecognisedKind& kind : recognised_kinds()) {
        if (kind.type == &type) return header_names(Narrow{header}.text(), kind);
    }
    return false;
}

}  // namespace daicho
