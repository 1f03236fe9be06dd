#include <string>
#include <variant>
#include <vector>

#include "models/engine/expression.hpp"

namespace daicho {

namespace {

/// Calls `f` with the expression and all below it.
template <class F>
void walk(const syntax::Expression& e, const F& f) {
    f(e);
    if (const auto* call = std::get_if<syntax::Call>(&e.node)) {
        for (const auto& argument : call->arguments) walk(argument, f);
    }
    if (const auto* unary = std::get_if<syntax::Unary>(&e.node)) walk(*unary->operand, f);
    if (const auto* binary = std::get_if<syntax::Binary>(&e.node)) {
        walk(*binary->left, f);
        walk(*binary->right, f);
    }
    if (const auto* member = std::get_if<syntax::Membership>(&e.node)) walk(*member->value, f);
}

}  // namespace

std::vector<std::string> item_paths(const syntax::Expression& expression) {
    std::vector<std::string> paths;
    walk(expression, [&](const syntax::Expression& e) {
        if (const auto* item = std::get_if<syntax::ItemPath>(&e.node)) paths.push_back(item->path);
    });
    return paths;
}

std::vector<std::string> column_headers(const syntax::Expression& expression) {
    std::vector<std::string> headers;
    walk(expression, [&](const syntax::Expression& e) {
        if (const auto* column = std::get_if<syntax::Column>(&e.node)) headers.push_back(column->header);
    });
    return headers;
}

}  // namespace daicho
