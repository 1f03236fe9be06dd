#include "grammars/values/postal_steps.hpp"

#include <boost/spirit/home/x3.hpp>
#include <iterator>
#include <string>

namespace daicho {

namespace {

namespace x3 = boost::spirit::x3;

struct Units : x3::symbols<std::string_view> {
    Units() {
        for (const char* unit :
             {"丁目", "丁", "番地", "番", "号", "地割", "条", "線", "区", "班", "林班", "階"}) {
            add(unit, unit);
        }
    }
} const unit;

struct Bounds : x3::symbols<PostalReach> {
    Bounds() {
        add("以上", PostalReach::and_up)("以降", PostalReach::and_up);
        add("以下", PostalReach::and_down)("以内", PostalReach::and_down);
    }
} const bound;

/// No number has more parts.
constexpr std::size_t most_parts = 8;

/// A step as it is written.
struct Written {
    PostalNumber from;
    PostalNumber to;
    std::string_view from_unit;
    std::string_view to_unit;
    bool range = false;
    std::optional<PostalReach> bound;
};

template <auto Member>
constexpr auto append =
    [](auto& context) { (x3::get<Written>(context).*Member).push_back(x3::_attr(context)); };
template <auto Member>
constexpr auto set = [](auto& context) { x3::get<Written>(context).*Member = x3::_attr(context); };
template <auto Member>
constexpr auto set_lot = [](auto& context) { x3::get<Written>(context).*Member = "番地"; };
constexpr auto set_range = [](auto& context) { x3::get<Written>(context).range = true; };

const auto digit = x3::char_('0', '9');

// 1629-1, 279の1, 9番地の4, 5133番地2. A function: templates of variables are set in no order.
template <auto Number, auto Unit>
auto number() {
    const auto plain_link = x3::lit('-') | x3::lit("の") >> &digit;
    const auto lot_link = x3::string("番地")[set_lot<Unit>] >> -x3::lit("の") >> &digit;
    return -x3::lit("第") >> x3::uint_[append<Number>] % (plain_link | lot_link) >> -unit[set<Unit>];
}

const auto first = number<&Written::from, &Written::from_unit>();
const auto last = number<&Written::to, &Written::to_unit>();
const auto written_step = first >> -(x3::lit('~')[set_range] >> -last) >> -bound[set<&Written::bound>];
const auto name_before_number = *(!(-x3::lit("第") >> digit) >> x3::char_);

std::uint64_t distance(std::uint64_t a, std::uint64_t b) {
    return a < b ? b - a : a - b;
}

/// The end of a range in full: 5363-7~8 ends at 5363-8. Where two ends fit (1-97~116, 799の1~867) the one
/// with the same number in front is taken unless it lies more than twice as far off, and marked.
bool complete_end(PostalStep& step) {
    const PostalNumber written = step.to;
    std::optional<std::uint64_t> nearest;
    for (std::size_t shared = 0; shared + written.size() <= step.from.size() || shared == 0; ++shared) {
        PostalNumber end(step.from.begin(), step.from.begin() + static_cast<std::ptrdiff_t>(shared));
        end.insert(end.end(), written.begin(), written.end());
        if (end < step.from) continue;
        const std::uint64_t away =
            shared < step.from.size() ? distance(step.from[shared], written.front()) : 0;
        if (nearest) step.assumed = true;
        if (nearest && 2 * *nearest < away) continue;
        nearest = away;
        step.to = end;
    }
    return nearest.has_value();
}

std::optional<PostalStep> finished(const Written& written) {
    if (written.from.size() > most_parts || written.to.size() > most_parts) return std::nullopt;
    PostalStep step;
    step.from = written.from;
    step.to = written.to.empty() ? written.from : written.to;
    step.unit = written.to_unit.empty() ? written.from_unit : written.to_unit;
    const bool two_units = !written.to_unit.empty() && !written.from_unit.empty();
    if (two_units && written.from_unit != written.to_unit) return std::nullopt;
    const bool open = written.range && written.to.empty();
    if (open && written.bound) return std::nullopt;
    if (open) step.reach = PostalReach::and_up;
    if (written.bound) step.reach = *written.bound;
    if (written.bound && written.range) return std::nullopt;
    return complete_end(step) ? std::optional(step) : std::nullopt;
}

}  // namespace

NumberedName read_numbered_name(std::string_view text) {
    NumberedName found;
    const char* at = text.data();
    const char* const end = at + text.size();
    name_before_number.parse(at, end, x3::unused, x3::unused, x3::unused);
    found.name = {text.data(), static_cast<std::size_t>(at - text.data())};
    while (at != end) {
        Written written;
        const char* next = at;
        const auto context = x3::make_context<Written>(written);
        if (!written_step.parse(next, end, context, x3::unused, x3::unused)) break;
        auto read = finished(written);
        if (!read) break;
        found.steps.push_back(*std::move(read));
        at = next;
    }
    found.rest = {at, static_cast<std::size_t>(end - at)};
    return found;
}

std::optional<PostalStep> read_unit_alone(std::string_view text) {
    const char* at = text.data();
    Written written;
    const auto context = x3::make_context<Written>(written);
    const auto alone = unit[set<&Written::from_unit>] >> x3::eoi;
    if (!alone.parse(at, at + text.size(), context, x3::unused, x3::unused)) return std::nullopt;
    PostalStep step;
    step.reach = PostalReach::any;
    step.unit = written.from_unit;
    return step;
}

}  // namespace daicho
