#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "registries/sources/font_shapes.hpp"

namespace daicho {

/// The smallest font that has what fonts of characters are read for: glyphs with names, codes (cmap, format
/// 12), variation sequences (format 14) and, where they are given, shapes of lines and quadratic curves.
class TinyFont {
 public:
    std::string family = "Tiny Mincho";
    std::string version = "Version 001.00";
    bool names_glyphs = true;

    /// `codes`: code points; a glyph may have none.
    TinyFont& glyph(const std::string& name, const std::vector<std::uint32_t>& codes) {
        names_.push_back(name);
        for (const std::uint32_t code : codes) codes_[code] = static_cast<std::uint32_t>(names_.size());
        return *this;
    }
    /// What the last glyph looks like, in units of 1/1000 em, y downwards from 880 above the base line.
    TinyFont& shape(GlyphOutline outline) {
        shapes_[names_.size()] = std::move(outline);
        return *this;
    }
    /// The last glyph, for a code with a selector.
    TinyFont& sequence(std::uint32_t code, std::uint32_t selector) {
        sequences_[selector][code] = static_cast<std::uint16_t>(names_.size());
        return *this;
    }
    /// The glyph that the code has anyway.
    TinyFont& default_sequence(std::uint32_t code, std::uint32_t selector) {
        sequences_[selector][code] = 0;
        return *this;
    }

    std::string bytes() const {
        const std::size_t glyphs = names_.size() + 1;
        std::map<std::string, std::string> tables;
        tables["cmap"] = cmap();
        std::string places;
        tables["glyf"] = glyf(places);
        tables["head"] = u32(0x00010000) + u32(0x00010000) + u32(0) + u32(0x5F0F3CF5) + u16(0) + u16(1000) +
                         std::string(16, '\0') + u16(0) + u16(0) + u16(1000) + u16(1000) + u16(0) + u16(8) +
                         u16(2) + u16(0) + u16(0);
        tables["hhea"] = u32(0x00010000) + u16(800) + u16(200) + std::string(26, '\0') + u16(1);
        tables["hmtx"] = u16(1000) + u16(0) + std::string(2 * (glyphs - 1), '\0');
        tables["loca"] = places;
        tables["maxp"] = u32(0x00010000) + u16(static_cast<std::uint32_t>(glyphs)) + std::string(26, '\0');
        tables["name"] = name();
        tables["post"] = post();
        return sfnt(tables);
    }

 private:
    /// Simple glyphs, two bytes a coordinate; `places`: the table loca, in its short form.
    std::string glyf(std::string& places) const {
        std::string all;
        for (std::size_t glyph = 0; glyph <= names_.size(); ++glyph) {
            places += u16(static_cast<std::uint32_t>(all.size() / 2));
            const auto shape = shapes_.find(glyph);
            if (shape != shapes_.end()) all += simple_glyph(shape->second);
            all += std::string(all.size() % 2, '\0');
        }
        places += u16(static_cast<std::uint32_t>(all.size() / 2));
        return all.empty() ? std::string(4, '\0') : all;
    }
    static std::string simple_glyph(const GlyphOutline& outline) {
        std::string ends, flags, xs, ys;
        std::uint32_t points = 0, contours = 0;
        long x = 0, y = 0;
        const auto point = [&](const OutlinePoint& at, bool on_curve) {
            const long across = std::lround(at.x), up = std::lround(880 - at.y);
            flags += static_cast<char>(on_curve ? 1 : 0);
            xs += u16(static_cast<std::uint32_t>(across - x));
            ys += u16(static_cast<std::uint32_t>(up - y));
            x = across, y = up, ++points;
        };
        for (const auto& step : outline.steps) {
            if (step.kind == GlyphOutline::Kind::move && points != 0) ends += u16(points - 1);
            if (step.kind == GlyphOutline::Kind::move) ++contours;
            const bool curve = step.kind == GlyphOutline::Kind::quadratic;
            point(step.points[0], !curve);
            if (curve) point(step.points[1], true);
        }
        ends += u16(points - 1);
        const std::string frame = u16(0) + u16(0) + u16(1000) + u16(1000);
        return u16(contours) + frame + ends + u16(0) + flags + xs + ys;
    }
    static std::string u16(std::uint32_t value) {
        return {static_cast<char>(value >> 8), static_cast<char>(value)};
    }
    static std::string u24(std::uint32_t value) {
        return static_cast<char>(value >> 16) + u16(value & 0xFFFF);
    }
    static std::string u32(std::uint32_t value) { return u16(value >> 16) + u16(value & 0xFFFF); }

    std::string cmap() const {
        std::string groups;
        for (const auto& [code, glyph] : codes_) groups += u32(code) + u32(code) + u32(glyph);
        const std::string twelve = u16(12) + u16(0) + u32(static_cast<std::uint32_t>(16 + groups.size())) +
                                   u32(0) + u32(static_cast<std::uint32_t>(codes_.size())) + groups;
        const std::string fourteen = sequences();
        return u16(0) + u16(2) + u16(0) + u16(5) + u32(20 + static_cast<std::uint32_t>(twelve.size())) +
               u16(3) + u16(10) + u32(20) + twelve + fourteen;
    }
    std::string sequences() const {
        std::string records, lists;
        const std::size_t start = 10 + 11 * sequences_.size();
        for (const auto& [selector, codes] : sequences_) {
            std::string plain, own;
            std::uint32_t plains = 0, owns = 0;
            for (const auto& [code, glyph] : codes) {
                if (glyph == 0) {
                    plain += u24(code) + std::string(1, '\0');
                    ++plains;
                } else {
                    own += u24(code) + u16(glyph);
                    ++owns;
                }
            }
            const auto place = [&] { return u32(static_cast<std::uint32_t>(start + lists.size())); };
            records += u24(selector) + (plains != 0 ? place() : u32(0));
            if (plains != 0) lists += u32(plains) + plain;
            records += owns != 0 ? place() : u32(0);
            if (owns != 0) lists += u32(owns) + own;
        }
        return u16(14) + u32(static_cast<std::uint32_t>(start + lists.size())) +
               u32(static_cast<std::uint32_t>(sequences_.size())) + records + lists;
    }
    std::string name() const {
        std::string records, texts;
        for (const auto& [id, text] : {std::pair{1u, family}, {2u, std::string("Regular")}, {5u, version}}) {
            std::string wide;
            for (const char c : text) wide += std::string(1, '\0') + c;
            records += u16(3) + u16(1) + u16(0x409) + u16(id) + u16(static_cast<std::uint32_t>(wide.size())) +
                       u16(static_cast<std::uint32_t>(texts.size()));
            texts += wide;
        }
        return u16(0) + u16(3) + u16(6 + 3 * 12) + records + texts;
    }
    std::string post() const {
        const std::string head = std::string(28, '\0');
        if (!names_glyphs) return u32(0x00030000) + head;
        std::string places = u16(0), texts;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            places += u16(static_cast<std::uint32_t>(258 + i));
            texts += static_cast<char>(names_[i].size()) + names_[i];
        }
        return u32(0x00020000) + head + u16(static_cast<std::uint32_t>(names_.size() + 1)) + places + texts;
    }
    static std::string sfnt(const std::map<std::string, std::string>& tables) {
        std::string list, data;
        const std::size_t start = 12 + 16 * tables.size();
        for (const auto& [tag, bytes] : tables) {
            list += tag + u32(0) + u32(static_cast<std::uint32_t>(start + data.size())) +
                    u32(static_cast<std::uint32_t>(bytes.size()));
            data += bytes + std::string((4 - bytes.size() % 4) % 4, '\0');
        }
        return u32(0x00010000) + u16(static_cast<std::uint32_t>(tables.size())) + std::string(6, '\0') +
               list + data;
    }

    std::vector<std::string> names_;
    std::map<std::size_t, GlyphOutline> shapes_;  // by glyph
    std::map<std::uint32_t, std::uint32_t> codes_;
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint16_t>> sequences_;
};

}  // namespace daicho
