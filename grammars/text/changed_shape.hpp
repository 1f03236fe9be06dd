#pragma once

namespace daicho {

/// Whether JIS X 0213:2004 changed the example shape of the ideograph (辻, 葛, 飴: 168 are such). Fonts made
/// before show the older shape, later ones the newer; the code is the same.
bool has_changed_shape(char32_t c);

}  // namespace daicho
