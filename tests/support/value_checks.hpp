#pragma once

#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <string_view>

#include "grammars/values/rule_ids.hpp"
#include "grammars/values/value_type.hpp"
#include "tests/support/value_spine.hpp"

namespace daicho {

/// A text that is read, and the canonical form it is read as.
struct Spelling {
    std::string_view text;
    std::string_view canonical;
};

/// A text that is refused, with the rule and the part of the text that the refusal points at.
struct Refusal {
    std::string_view text;
    RuleId rule;
    std::string_view where;
    std::string_view suggestion = {};
    std::string_view detail = {};
};

inline void check_spellings(const ValueType& type, std::initializer_list<Spelling> rows,
                            const Reading& reading = {}) {
    for (const auto& row : rows) {
        INFO(row.text);
        const auto read = type.canonical(row.text, reading);
        REQUIRE(read);
        CHECK(*read == row.canonical);
        check_spine(type, std::string(row.text), reading);
    }
}

inline void check_refusals(const ValueType& type, std::initializer_list<Refusal> rows,
                           const Reading& reading = {}) {
    for (const auto& row : rows) {
        INFO(row.text);
        const auto read = type.canonical(row.text, reading);
        REQUIRE_FALSE(read);
        const Remark& refusal = read.refusal();
        CHECK(refusal.rule.text == row.rule.text);
        CHECK(slice(row.text, refusal.where) == row.where);
        CHECK(refusal.suggestion == row.suggestion);
        if (!row.detail.empty()) CHECK(refusal.detail == row.detail);
        check_spine(type, std::string(row.text), reading);
    }
}

}  // namespace daicho
