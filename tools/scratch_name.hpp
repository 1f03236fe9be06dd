#pragma once

#include <string>

namespace daicho {

/// A name that nobody else has, in the folder for temporary files: what is put behind it goes when this does.
class ScratchName {
 public:
    /// Throws Error where no file can be made there.
    explicit ScratchName(const std::string& what);
    ~ScratchName();
    ScratchName(const ScratchName&) = delete;
    ScratchName& operator=(const ScratchName&) = delete;

    const std::string& name() const { return name_; }

 private:
    std::string name_;
};

}  // namespace daicho
