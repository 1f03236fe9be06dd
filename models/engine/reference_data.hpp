#pragma once

#include <span>
#include <string>
#include <string_view>

namespace daicho {

/// What a registry knows of a key.
struct ReferenceAnswer {
    enum class Known : unsigned char {
        present,
        absent,
        ended,        ///< it was valid once; `successor` says what became of it, where that is known
        not_covered,  ///< the registry does not speak of such keys: no verdict
    };
    Known known = Known::not_covered;
    std::string successor;
};

/// Asks the registries whether keys exist. The engine declares it; the registries implement it. May be called
/// from several threads at once.
class ReferenceData {
 public:
    virtual ~ReferenceData() = default;

    /// Answers for `keys` of one kind ("municipality"), one answer each. `as_of` is YYYY-MM-DD, or empty for
    /// the registry's own date.
    virtual void find(std::string_view kind, std::span<const std::string_view> keys, std::string_view as_of,
                      std::span<ReferenceAnswer> answers) const = 0;

    /// What the registry of that kind says of a key ("municipality", "131016", "city"), or empty where it
    /// knows nothing.
    virtual std::string text(std::string_view kind, std::string_view key, std::string_view column) const {
        static_cast<void>(kind);
        static_cast<void>(key);
        static_cast<void>(column);
        return {};
    }
};

}  // namespace daicho
