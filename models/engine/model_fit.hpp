#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/binding.hpp"
#include "models/engine/model.hpp"
#include "models/engine/model_index.hpp"

namespace daicho {

/// The columns that some class can bind: by their header, or by what they hold. Of a wide table of other
/// things these are few, and all that the models have to look at.
struct KnownColumns {
    std::vector<std::string> headers;
    std::vector<ColumnEvidence> evidence;
    std::vector<std::vector<std::size_t>> classes;  ///< that know the header
    std::vector<double> weighed[2];                 ///< these, counted for usual and for rare classes

    void add(const ModelIndex& index, const std::string& header, std::vector<std::size_t> knowing);
};

/// How much a header says about which model a table follows: 1 where only one model knows it, 0 where as
/// many do as know the commonest headers (name, address, latitude), in the logarithm between.
double header_weight(const ModelIndex& index, double models);

/// Whether a class ("gif.core.address/Address") is found where a table has nothing but its items, though its
/// headers tell nothing: see `models/index/whole.tsv`.
bool may_be_whole(std::string_view model);

/// The fit that no class exceeds of which the table has that share of its columns and whose headers tell that
/// much. `whole`: the table may have nothing but items of a class that is found by that.
double greatest_fit(double columns, double told, bool whole);

/// How well a class fits the table of which these are the columns that it may bind; `named`: how many columns
/// of it have a header.
double fit_of(const ModelIndex& index, const Model& model, const Binding& binding, const KnownColumns& known,
              double named, bool rare);

}  // namespace daicho
