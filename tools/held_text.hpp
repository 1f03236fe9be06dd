#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace daicho {

class GrowingFile;
class ScratchName;

/// A report that is told once what it tells of is in place: kept in memory up to 1 MiB, beyond that in a
/// temporary file. Throws Error where the disk fails.
class HeldText {
 public:
    HeldText();
    ~HeldText();
    HeldText(const HeldText&) = delete;
    HeldText& operator=(const HeldText&) = delete;

    void add(std::string_view text);
    /// Writes all that was added and forgets it.
    void tell(std::ostream& out);

 private:
    std::string text_;
    std::unique_ptr<ScratchName> name_;  // null: memory holds all of it
    std::unique_ptr<GrowingFile> file_;
};

}  // namespace daicho
