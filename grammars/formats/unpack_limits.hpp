#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "grammars/base/os.hpp"

namespace daicho {

/// How much an archive may unpack to: what goes beyond is taken for an attack (a "zip bomb") and refused.
struct ArchiveLimits {
    unsigned depth = 3;                                 ///< archives inside one another, gzip counted
    std::uint64_t file_size = std::uint64_t{64} << 30;  ///< bytes of one member, unpacked
    std::uint64_t ratio = 200;  ///< all that is unpacked / size of the outermost file ...
    std::uint64_t ratio_from = std::uint64_t{64} << 20;  ///< ... once this many bytes are unpacked
    std::uint32_t members = 100'000;                     ///< in one outermost file, at all depths
};

/// What was unpacked so far from one outermost file.
class UnpackBudget {
 public:
    UnpackBudget(const ArchiveLimits& limits, std::uint64_t outer_size)
        : limits_(limits), outer_size_(outer_size) {}

    const ArchiveLimits& limits() const { return limits_; }
    /// Throws Error that names `locator` where the sum goes beyond the limits.
    void charge_bytes(std::uint64_t count, const std::string& locator);
    void charge_members(std::uint64_t count, const std::string& locator);
    /// Nothing more of this file should be looked at.
    bool exceeded() const { return exceeded_; }

 private:
    ArchiveLimits limits_;
    std::uint64_t outer_size_;
    std::uint64_t bytes_ = 0;
    std::uint64_t members_ = 0;
    bool exceeded_ = false;
};

/// Passes a source through and charges each of its bytes once, however often it is rewound.
class UnpackedSource final : public ByteSource {
 public:
    /// `budget` may be null: then nothing is charged. It outlives this, as does `source`.
    UnpackedSource(ByteSource& source, UnpackBudget* budget)
        : source_(source), budget_(budget), furthest_(own_furthest_) {}
    /// `charged`: how many of the same bytes other sources have charged, which is kept up to date; outlives
    /// this.
    UnpackedSource(ByteSource& source, UnpackBudget* budget, std::uint64_t& charged)
        : source_(source), budget_(budget), furthest_(charged) {}
    UnpackedSource(const UnpackedSource&) = delete;
    UnpackedSource& operator=(const UnpackedSource&) = delete;

    std::size_t read(char* to, std::size_t size) override;
    bool rewindable() const override { return source_.rewindable(); }
    void rewind() override;
    const std::string& name() const override { return source_.name(); }

    /// An Error came out of this source, not from who reads it.
    bool failed() const { return failed_; }

 private:
    void charge(std::size_t got);

    ByteSource& source_;
    UnpackBudget* budget_;
    std::uint64_t at_ = 0;
    std::uint64_t own_furthest_ = 0;
    std::uint64_t& furthest_;
    bool failed_ = false;
};

}  // namespace daicho
