#pragma once

#include <memory>

namespace daicho {

/// The data models that tables are checked against: those compiled in, and any that a path names. They are
/// read when they are first asked for and kept, so that one object serves many runs. May be shared between
/// threads. Outlives what was found with it: findings look into the texts of models.
class Models {
 public:
    Models();
    ~Models();
    Models(const Models&) = delete;
    Models& operator=(const Models&) = delete;

 private:
    friend class ModelAccess;
    struct State;

    std::unique_ptr<State> state_;
};

}  // namespace daicho
