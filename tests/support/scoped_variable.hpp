#pragma once

#include <cstdlib>
#include <optional>
#include <string>

namespace daicho {

/// A variable of the environment that has another value while this lives.
class ScopedVariable {
 public:
    ScopedVariable(std::string name, const std::string& value) : name_(std::move(name)) {
        if (const char* before = std::getenv(name_.c_str())) before_ = before;
        ::setenv(name_.c_str(), value.c_str(), 1);
    }
    ~ScopedVariable() { before_ ? ::setenv(name_.c_str(), before_->c_str(), 1) : ::unsetenv(name_.c_str()); }
    ScopedVariable(const ScopedVariable&) = delete;
    ScopedVariable& operator=(const ScopedVariable&) = delete;

 private:
    std::string name_;
    std::optional<std::string> before_;
};

}  // namespace daicho
