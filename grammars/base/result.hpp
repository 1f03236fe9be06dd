#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "grammars/base/rule_id.hpp"
#include "grammars/base/span.hpp"

namespace daicho {

/// What may be done about a finding. `normal_form` and `provable` are safe: the meaning cannot change.
enum class RepairKind : std::uint8_t {
    none,         ///< nothing can be offered
    normal_form,  ///< the same meaning in another notation
    provable,     ///< a check digit or a registry leaves one reading
    guess,        ///< a likely reading; never applied unless asked
};

/// Whether a repair may be applied without asking: the meaning cannot change.
inline bool is_safe(RepairKind kind) {
    return kind == RepairKind::normal_form || kind == RepairKind::provable;
}

/// What a grammar has to say about one text: which rule it breaks and where.
struct Remark {
    RuleId rule;
    Span where;                            ///< bytes of the text that was given
    RepairKind repair = RepairKind::none;  ///< of the value read, or of `suggestion` in a refusal
    std::string suggestion;                ///< in a refusal: the value a guess would give; else empty
    std::string detail;                    ///< a fact for the message (a limit, the digit that was expected)
};

/// The value read from a text, or the refusal to read it. A value may carry a remark: the text was readable,
/// but not in its canonical form (`rule` says why, `repair` how safe the canonical form is).
template <class T>
class [[nodiscard]] Result {
 public:
    Result(T value) : value_(std::move(value)) {}
    Result(T value, Remark remark) : value_(std::move(value)), remark_(std::move(remark)) {}
    Result(Remark refusal) : remark_(std::move(refusal)) { assert(!remark_.rule.empty()); }

    explicit operator bool() const { return value_.has_value(); }
    const T& operator*() const { return value(); }
    const T* operator->() const { return &value(); }
    const T& value() const {
        assert(value_);
        return *value_;
    }
    T take() {
        assert(value_);
        return *std::move(value_);
    }

    /// The refusal; only where there is no value.
    const Remark& refusal() const {
        assert(!value_);
        return remark_;
    }
    /// The remark on a value that was read; its rule is empty where there is nothing to say.
    const Remark& remark() const { return remark_; }

    /// The same outcome with the value replaced by `f(value)`.
    template <class F>
    auto map(F&& f) const -> Result<decltype(f(std::declval<const T&>()))> {
        if (!value_) return remark_;
        return {f(*value_), remark_};
    }

 private:
    std::optional<T> value_;
    Remark remark_;
};

}  // namespace daicho
