#include "emblem.hpp"

#include <algorithm>

namespace {

constexpr int reach = 1120;   // of a frame, in sixteenths of a pixel: 70 of the 80 to the edge

/// A colour by hue (0 … 1535, six steps of 256), and how far it is darkened, in 256ths.
Colour hue(int position, int light) {
  const int rise = position % 256, sector = position / 256;
  constexpr int full = 255;
  const std::array<std::array<int, 3>, 6> sectors{{{full, rise, 0}, {full - rise, full, 0}, {0, full, rise},
                                                   {0, full - rise, full}, {rise, 0, full}, {full, 0, full - rise}}};
  const auto channel = [&](int i) {
    return static_cast<std::uint8_t>(sectors[static_cast<std::size_t>(sector)][static_cast<std::size_t>(i)] * light / 256);
  };
  return {channel(0), channel(1), channel(2)};
}

/// Background white, in one of eight a dark ground with light inks.
std::array<Colour, 4> choose_inks(Random& random) {
  const int base = random.between(0, 1535);
  const Colour strong = hue(base, random.between(110, 210));
  const int apart = random.between(300, 1200);
  const Colour second = hue((base + apart) % 1536, random.between(120, 230));
  const Colour dark = random.chance(500) ? Colour{40, 40, 44} : hue((base + 768) % 1536, 90);
  const Colour white{255, 255, 255};
  if (random.chance(125)) return {dark, white, Colour{240, 205, 120}, Colour{220, 220, 224}};
  return {white, strong, second, dark};
}

Shape blades(Random& random, int radius) {
  const int count = random.between(3, 8), wide = whole_turn / count;
  Contour blade{{0, 0}};
  const int near_side = random.between(0, wide / 3);
  blade.push_back(polar(near_side, random.between(radius / 3, radius)));
  blade.push_back(polar(random.between(wide / 3, wide * 2 / 3), radius));
  const int far_side = random.between(wide * 2 / 3, wide);
  blade.push_back(polar(far_side, random.between(radius / 5, radius * 2 / 3)));
  return copies({blade}, count);
}

Shape mountains(Random& random, int radius) {
  Contour line{{-radius, radius * 3 / 5}};
  const int peaks = random.between(2, 4), step = 2 * radius / peaks;
  for (int i = 0; i < peaks; ++i) {
    line.push_back({-radius + i * step + random.between(step / 4, step * 3 / 4), -random.between(radius / 4, radius)});
    line.push_back({-radius + (i + 1) * step, i + 1 == peaks ? radius * 3 / 5 : random.between(0, radius * 2 / 5)});
  }
  return {line};
}

Shape waves(Random& random, int radius) {
  Shape shape;
  const int rows = random.between(2, 5), periods = random.between(1, 3), swing = random.between(radius / 10, radius / 4);
  for (int i = 0; i < rows; ++i) {
    const int y = -radius * 3 / 4 + i * radius * 3 / 2 / (rows - 1);
    append(shape, moved(band(radius - random.between(0, radius / 3), radius / (3 * rows), swing, periods), {0, y}));
  }
  return shape;
}

/// A grid whose cells are set by chance, the left half mirrored on the right.
Shape lattice(Random& random, int radius) {
  Shape shape;
  const int rows = random.between(4, 6), cell = 2 * radius / rows;
  const bool diamonds = random.chance(400);
  const Shape unit = diamonds ? regular(4, cell * 9 / 16, 0) : box(cell / 2, cell / 2);
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < (rows + 1) / 2; ++x) {
      if (!random.chance(560)) continue;
      const Shape at = moved(unit, {-radius + cell / 2 + x * cell, -radius + cell / 2 + y * cell});
      append(shape, at);
      if (2 * x + 1 != rows) append(shape, mirrored(at));
    }
  append(shape, regular(4, cell / 3, 0));
  return shape;
}

/// An outline drawn by chance from top to bottom, and mirrored.
Shape silhouette(Random& random, int radius) {
  const int corners = random.between(4, 9);
  Contour right{{0, -random.between(radius / 2, radius)}};
  for (int i = 1; i < corners; ++i)
    right.push_back({random.between(radius / 8, radius), -radius + 2 * radius * i / corners});
  right.push_back({0, random.between(radius / 3, radius)});
  Contour whole = right;
  for (std::size_t i = right.size() - 2; i > 0; --i) whole.push_back({-right[i].x, right[i].y});
  return {whole};
}

Shape chevrons(Random& random, int radius) {
  Shape shape;
  const int count = random.between(2, 4), thick = radius / (count + 1), drop = random.between(radius / 4, radius * 3 / 4);
  const int wide = random.between(radius / 2, radius);
  for (int i = 0; i < count; ++i) {
    const int y = -radius + i * thick * 3 / 2;
    shape.push_back({{-wide, y + drop}, {0, y}, {wide, y + drop}, {wide, y + drop + thick}, {0, y + thick}, {-wide, y + drop + thick}});
  }
  return shape;
}

Shape roofs(Random& random, int radius) {
  Shape shape;
  const int floors = random.between(2, 4), height = 2 * radius / floors;
  for (int i = 0; i < floors; ++i) {
    const int y = -radius + i * height, eave = radius * (i + 2) / (floors + 1), top = random.between(eave / 6, eave / 2);
    shape.push_back({{-top, y}, {top, y}, {eave, y + height * 2 / 5}, {-eave, y + height * 2 / 5}});
    append(shape, moved(box(eave * 3 / 5, height / 4), {0, y + height * 7 / 10}));
  }
  return shape;
}

Shape links(Random& random, int radius) {
  const int count = random.between(2, 5), size = radius * random.between(45, 60) / 100;
  return copies(moved(ring(size, random.between(size / 6, size / 3)), {0, -(radius - size)}), count);
}

/// Pairs of leaves on a stem.
Shape leaves(Random& random, int radius) {
  Shape shape = box(radius / random.between(16, 30), radius);
  const int pairs = random.between(1, 4), side = random.between(100, 200);
  const int length = radius * random.between(75, 110) / 100, width = length / random.between(4, 9);
  for (int i = 0; i < pairs; ++i) {
    const Shape leaf = moved(turned(petals(1, length, width), side), {0, -radius / 2 + i * 3 * radius / (2 * pairs) + radius / 4});
    append(shape, leaf);
    append(shape, mirrored(leaf));
  }
  return shape;
}

Shape rays(Random& random, int radius) {
  const int count = random.between(7, 18), hub = radius * random.between(30, 55) / 100;
  Shape shape = disc(hub);
  const int wide = whole_turn / count / random.between(3, 4);
  append(shape, copies({{polar(-wide, hub * 6 / 5), polar(0, radius), polar(wide, hub * 6 / 5)}}, count));
  return shape;
}

/// One draw a statement, here and everywhere: the order of arguments is the compiler's, and pictures must not be.
Shape motif(Random& random, int radius) {
  const std::size_t kind = random.below(20);
  const int turn = random.between(0, 15);
  switch (kind) {
    case 0: {
      const int points = random.between(4, 12);
      return star(points, radius, radius * random.between(25, 75) / 100);
    }
    case 1: {
      const int count = random.between(3, 9);
      return petals(count, radius, radius * random.between(12, 40) / 100);
    }
    case 2: return turned(crescent(radius, radius * random.between(30, 150) / 100), turn * 64);
    case 3: return waves(random, radius);
    case 4: return mountains(random, radius);
    case 5: return lattice(random, radius * 4 / 5);
    case 6: return chevrons(random, radius);
    case 7: return roofs(random, radius);
    case 8: return links(random, radius);
    case 9: return leaves(random, radius);
    case 10: return rays(random, radius);
    case 11:
    case 12: return turned(silhouette(random, radius), turn / 2 * whole_turn / 8);
    case 13:
    case 14: return turned(lattice(random, radius * 7 / 10), turn % 2 * whole_turn / 8);
    default: return blades(random, radius);
  }
}

/// Lays the frame, and gives the ink that stands out on it and the radius left for the motif.
struct Ground {
  std::size_t ink;
  int radius;
};

Ground lay_frame(Random& random, Emblem& emblem) {
  const std::size_t ink = random.chance(700) ? 1 : 3;
  const auto lay = [&](Shape shape) { emblem.layers.push_back({std::move(shape), ink, random.chance(250) ? std::size_t{2} : ink}); };
  const int width = random.between(reach / 16, reach / 7);
  switch (random.below(10)) {
    case 0: lay(disc(reach)); return {0, reach * 7 / 10};
    case 1: lay(ring(reach, width)); return {2, reach - 2 * width - reach / 8};
    case 2: lay(rounded_box(reach * 9 / 10, random.between(reach / 10, reach / 2))); return {0, reach * 7 / 10};
    case 3: lay(regular(6, reach, random.chance(500) ? 0 : whole_turn / 12)); return {0, reach * 13 / 20};
    case 4: lay(regular(4, reach, 0)); return {0, reach / 2};
    case 5: {
      Shape hexagon = regular(random.between(5, 8), reach, 0);
      append(hexagon, regular(static_cast<int>(hexagon.front().size()), reach - width * 3 / 2, 0));
      lay(hexagon);
      return {2, reach * 3 / 5};
    }
    default: return {ink, reach * random.between(80, 95) / 100};
  }
}

void add_accent(Random& random, Emblem& emblem, Ground ground) {
  const std::size_t ink = ground.ink == 0 ? 0 : (ground.ink == 2 ? 3 : 2);
  const int small = std::max(ground.radius / random.between(6, 10), 40);
  switch (random.below(6)) {
    case 0: emblem.layers.push_back({moved(box(ground.radius, small / 2), {0, ground.radius + small}), ink, ink}); break;
    case 1: emblem.layers.push_back({copies(moved(disc(small), {0, -ground.radius}), random.between(3, 9)), ink, ink}); break;
    case 2: emblem.layers.push_back({moved(disc(small * 3 / 2), polar(random.between(0, 1023), ground.radius * 9 / 10)), ink, ink}); break;
    case 3: emblem.layers.push_back({motif(random, ground.radius * 2 / 5), ground.ink == 0 ? std::size_t{2} : 0, 0}); break;
    case 4: {
      const int turn = random.between(0, 7) * 128;
      emblem.layers.push_back({moved(motif(random, ground.radius / 3), polar(turn, ground.radius * 3 / 4)), ink, ink});
      break;
    }
    default: break;
  }
}

}  // namespace

namespace {

/// Whether enough of a device stands out from its background to be a device.
bool shows(const Emblem& emblem) {
  constexpr std::uint32_t side = 64;
  constexpr std::size_t least = side * side / 50;
  const marque::Pixels pixels = painted(emblem, side);
  std::size_t count = 0;
  for (std::size_t i = 0; i < pixels.rgb.size(); i += 3) {
    const Colour colour{pixels.rgb[i], pixels.rgb[i + 1], pixels.rgb[i + 2]};
    count += !(colour == emblem.inks[0]);
  }
  return count > least;
}

Emblem drawn(Random& random) {
  Emblem emblem{choose_inks(random), {}};
  const Ground ground = lay_frame(random, emblem);
  const std::size_t second = ground.ink != 0 && random.chance(300) ? 2 : ground.ink;
  emblem.layers.push_back({motif(random, ground.radius), ground.ink, second});
  add_accent(random, emblem, ground);
  return emblem;
}

}  // namespace

Emblem draw_emblem(Random& random) {
  Emblem emblem = drawn(random);
  while (!shows(emblem)) emblem = drawn(random);
  return emblem;
}

Emblem recoloured(Emblem emblem, Random& random) {
  emblem.inks = choose_inks(random);
  return emblem;
}

Emblem turned(Emblem emblem, int angle) {
  for (Emblem::Layer& layer : emblem.layers) layer.shape = turned(layer.shape, angle);
  return emblem;
}

marque::Pixels painted(const Emblem& emblem, std::uint32_t side) {
  Canvas canvas(side, emblem.inks[0]);
  for (const Emblem::Layer& layer : emblem.layers) canvas.fill(layer.shape, emblem.inks[layer.top], emblem.inks[layer.bottom]);
  return canvas.pixels();
}
