#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "registries/lookup/answer_field.hpp"

namespace daicho {

/// Some of the fields of a list, by their numbers in it.
class FieldMask {
 public:
    static constexpr std::size_t most = 64;
    static FieldMask all() { return FieldMask(~std::uint64_t{0}); }
    FieldMask() = default;

    void add(std::size_t number) { bits_ |= std::uint64_t{1} << number; }
    void add(const FieldMask& others) { bits_ |= others.bits_; }
    bool has(std::size_t number) const { return (bits_ >> number & 1) != 0; }
    /// Whether any from `first` up to `end` is among them.
    bool has_any(std::size_t first, std::size_t end) const {
        return first < end && (bits_ >> first) << (most - (end - first)) != 0;
    }
    std::size_t count() const { return static_cast<std::size_t>(std::popcount(bits_)); }

 private:
    explicit FieldMask(std::uint64_t bits) : bits_(bits) {}

    std::uint64_t bits_ = 0;
};

/// Which fields of answers are wanted, by their keys or labels; `forms.english` is one of a nested record.
/// Copies share their names.
class FieldChoice {
 public:
    FieldChoice() = default;  ///< all
    /// `titles`: those by which people know a thing as well. `list`: constant; which of it are wanted is
    /// settled at once, so that records of these fields are made without comparing names.
    explicit FieldChoice(std::vector<std::string> names, bool titles = false,
                         std::span<const FieldName> list = {});

    bool all() const { return size() == 0 && !titles_; }
    std::size_t size() const { return names_ ? names_->texts.size() : 0; }
    bool wants(const FieldName& field) const;
    FieldMask among(std::span<const FieldName> list) const;
    /// Without those that are wanted as titles alone.
    FieldMask named_among(std::span<const FieldName> list) const;

 private:
    struct Settled {
        const FieldName* list = nullptr;
        FieldMask named, titles;
    };
    Settled settle(std::span<const FieldName> list) const;
    Settled settled_for(std::span<const FieldName> list) const;
    bool is_named(const FieldName& field) const;

    struct Names {
        std::vector<std::string> texts;
        std::vector<std::uint32_t> table;  ///< open addressing: a text by its number from 1; 0: free

        bool contains(std::string_view name) const;
    };

    std::shared_ptr<const Names> names_;
    bool titles_ = false;
    Settled settled_;
};

/// Whether `name` means the field.
bool is_named(const FieldName& field, std::string_view name);

}  // namespace daicho
