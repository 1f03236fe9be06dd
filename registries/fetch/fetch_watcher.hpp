#pragma once

#include <cstdint>
#include <optional>

#include "registries/fetch/source.hpp"

namespace daicho {

/// Who looks on while files are fetched.
class FetchWatcher {
 public:
    virtual ~FetchWatcher() = default;
    /// So many bytes of the file are at hand; `total` where it is known.
    virtual void progress(const Download& download, std::uint64_t bytes,
                          std::optional<std::uint64_t> total) = 0;
    /// Nothing happens for `seconds`; `why` is empty where it is for politeness only.
    virtual void waiting(const Download& download, std::uint64_t seconds, const BothTexts& why) = 0;
};

}  // namespace daicho
