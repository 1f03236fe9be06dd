#pragma once

#include <atomic>
#include <memory>
#include <mutex>

#include "models/engine/corporation_reference.hpp"
#include "tools/session.hpp"

namespace daicho {

/// What the program knows of corporations: the register of corporations of the registry (see --registry),
/// opened when the first number is asked for. Knows nothing where there is none. May be used from several
/// threads.
class KnownCorporations final : public CorporationReference {
 public:
    explicit KnownCorporations(const Session& session) : session_(session) {}

    KnownCorporation find(std::string_view number, std::string_view as_of) const override;
    FormerCorporation former(std::string_view number, std::string_view as_of) const override;
    bool covers(std::string_view prefecture) const override;
    std::vector<std::string> repairs(std::string_view digits) const override;

    /// Says once, on standard error, that a number was asked for where there is no register.
    void tell_of_missing_register() const;

 private:
    const CorporationReference* corporations() const;

    const Session& session_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<CorporationReference> corporations_;
    mutable std::atomic<bool> missed_{false};
};

}  // namespace daicho
