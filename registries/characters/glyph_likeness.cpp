#include "registries/characters/glyph_likeness.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "registries/sources/glyph_number.hpp"

namespace daicho {

namespace {

constexpr std::size_t fields = 8;
constexpr std::size_t directions = 4;
/// A step is looked at in pieces no longer than this part of the frame.
constexpr double piece = 1.0 / 32;
constexpr unsigned curve_pieces = 8;
/// A shape that is flat (一) is not drawn out to a square.
constexpr double flattest = 0.5;

struct Frame {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;

    void take(const OutlinePoint& point) {
        left = std::min(left, point.x), right = std::max(right, point.x);
        top = std::min(top, point.y), bottom = std::max(bottom, point.y);
    }
    double width() const { return std::max(right - left, (bottom - top) * flattest); }
    double height() const { return std::max(bottom - top, (right - left) * flattest); }
    /// In the frame, from 0 to 1.
    OutlinePoint place(const OutlinePoint& point) const {
        return {0.5 + (point.x - (left + right) / 2) / width(),
                0.5 + (point.y - (top + bottom) / 2) / height()};
    }
};

using Line = std::pair<OutlinePoint, OutlinePoint>;

OutlinePoint on_curve(const GlyphOutline::Step& step, const OutlinePoint& from, double t) {
    const auto& p = step.points;
    const double s = 1 - t;
    if (step.kind == GlyphOutline::Kind::quadratic) {
        return {s * s * from.x + 2 * s * t * p[0].x + t * t * p[1].x,
                s * s * from.y + 2 * s * t * p[0].y + t * t * p[1].y};
    }
    return {s * s * s * from.x + 3 * s * s * t * p[0].x + 3 * s * t * t * p[1].x + t * t * t * p[2].x,
            s * s * s * from.y + 3 * s * s * t * p[0].y + 3 * s * t * t * p[1].y + t * t * t * p[2].y};
}

std::vector<Line> lines_of(const GlyphOutline& outline) {
    std::vector<Line> lines;
    OutlinePoint start, here;
    const auto go = [&](const OutlinePoint& to) {
        lines.emplace_back(here, to);
        here = to;
    };
    for (const auto& step : outline.steps) {
        switch (step.kind) {
            case GlyphOutline::Kind::move:
                if (!lines.empty()) go(start);
                start = here = step.points[0];
                break;
            case GlyphOutline::Kind::line:
                go(step.points[0]);
                break;
            default: {
                const OutlinePoint from = here;
                for (unsigned i = 1; i <= curve_pieces; ++i)
                    go(on_curve(step, from, static_cast<double>(i) / curve_pieces));
            }
        }
    }
    if (!lines.empty()) go(start);
    return lines;
}

/// Adds `length` at a place to the fields around it, and to the two directions between which `angle` (in
/// turns of half a circle, from 0 to 1) lies.
class Histogram {
 public:
    void add(const OutlinePoint& at, double angle, double length) {
        const double turn = angle * directions;
        const auto direction = static_cast<std::size_t>(turn) % directions;
        const double part = turn - std::floor(turn);
        const double x = at.x * fields - 0.5, y = at.y * fields - 0.5;
        for (const auto& [column, across] : between(x)) {
            for (const auto& [row, down] : between(y)) {
                double* const field = &sums_[(row * fields + column) * directions];
                field[direction] += length * across * down * (1 - part);
                field[(direction + 1) % directions] += length * across * down * part;
            }
        }
    }

    ShapeFeature feature() const {
        double most = 0;
        for (const double sum : sums_) most = std::max(most, sum);
        ShapeFeature feature{};
        if (most <= 0) return feature;
        // The root keeps long strokes from drowning short ones.
        for (std::size_t i = 0; i < feature.size(); ++i)
            feature[i] = static_cast<std::uint8_t>(std::lround(255 * std::sqrt(sums_[i] / most)));
        return feature;
    }

 private:
    static std::array<std::pair<std::size_t, double>, 2> between(double at) {
        const double low = std::floor(at), part = at - low;
        const auto field = [](double value) {
            return static_cast<std::size_t>(std::clamp(value, 0.0, double{fields - 1}));
        };
        return {{{field(low), 1 - part}, {field(low + 1), part}}};
    }

    std::array<double, fields * fields * directions> sums_{};
};

/// The direction of a line without its sense, from 0 to 1.
double angle_of(double x, double y) {
    double angle = std::atan2(y, x) / std::numbers::pi;
    if (angle < 0) angle += 1;
    return angle >= 1 ? 0 : angle;
}

}  // namespace

ShapeFeature shape_feature(const GlyphOutline& outline) {
    const std::vector<Line> lines = lines_of(outline);
    Frame frame;
    for (const auto& [from, to] : lines) frame.take(from), frame.take(to);
    Histogram histogram;
    if (lines.empty() || frame.width() <= 0 || frame.height() <= 0) return histogram.feature();
    for (const auto& [begin, end] : lines) {
        const OutlinePoint from = frame.place(begin), to = frame.place(end);
        const double x = to.x - from.x, y = to.y - from.y, length = std::hypot(x, y);
        if (length <= 0) continue;
        const auto pieces = static_cast<unsigned>(std::ceil(length / piece));
        for (unsigned i = 0; i < pieces; ++i) {
            const double t = (i + 0.5) / pieces;
            histogram.add({from.x + t * x, from.y + t * y}, angle_of(x, y), length / pieces);
        }
    }
    return histogram.feature();
}

double likeness(const ShapeFeature& one, const ShapeFeature& other) {
    std::uint64_t both = 0, of_one = 0, of_other = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        both += unsigned{one[i]} * other[i];
        of_one += unsigned{one[i]} * one[i];
        of_other += unsigned{other[i]} * other[i];
    }
    if (of_one == 0 || of_other == 0) return 0;
    return static_cast<double>(both) / std::sqrt(static_cast<double>(of_one) * static_cast<double>(of_other));
}

GlyphGallery::GlyphGallery(const FontShapes& font) {
    for (unsigned glyph = 1; glyph < font.size(); ++glyph) {
        auto number = glyph_number(font.name_of(glyph));
        if (!number) continue;
        glyphs_.push_back({std::move(*number), glyph, shape_feature(font.outline(glyph))});
    }
    std::ranges::stable_sort(glyphs_, {}, &Glyph::number);
}

const GlyphGallery::Glyph* GlyphGallery::find(std::string_view number) const {
    const auto found = std::ranges::lower_bound(glyphs_, number, {}, &Glyph::number);
    return found != glyphs_.end() && found->number == number ? &*found : nullptr;
}

}  // namespace daicho
