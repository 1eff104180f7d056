//! Pictures as PNG, painted from the SVG of a file with one font of our own: the same bytes on every machine.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};
use std::sync::{Arc, OnceLock};

/// Paints what [`to_file`](super::claims::ClaimsChart::to_file) drew, each unit `scale` pixels wide. None where the
/// picture would be larger than a picture can be.
#[must_use]
pub fn png(svg: &str, scale: u16) -> Option<Vec<u8>> {
    let options =
        Options { fontdb: Arc::clone(fonts()), font_family: "Noto Sans".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).ok()?;
    let size = tree.size().to_int_size().scale_by(f32::from(scale))?;
    let mut pixels = Pixmap::new(size.width(), size.height())?;
    pixels.fill(Color::WHITE);
    let scale = f32::from(scale);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    packed(&pixels)
}

/// The one family of letters, in two weights; the fonts of the machine play no part.
fn fonts() -> &'static Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    FONTS.get_or_init(|| {
        let mut fonts = Database::new();
        fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
        fonts.load_font_data(notosans::BOLD_TTF.to_vec());
        fonts.set_sans_serif_family("Noto Sans");
        Arc::new(fonts)
    })
}

/// The steps that a part of a colour is rounded to. A drawing has few colours, and the many between them stand at
/// the edges of its strokes, where nobody sees one from the next: so few are left that a byte a pixel does.
const STEPS: u32 = 15;
/// One more than the highest step, three times over.
const COLOURS: usize = 16 * 16 * 16;

/// The picture with a palette of at most 256 colours; where it has more, with all of them.
fn packed(pixels: &Pixmap) -> Option<Vec<u8>> {
    let Some((palette, indices)) = indexed(pixels) else { return pixels.encode_png().ok() };
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(::png::ColorType::Indexed);
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.set_palette(palette);
    encoder.set_compression(::png::Compression::Balanced);
    encoder.set_filter(::png::Filter::NoFilter);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&indices).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// The colours in the order in which they are met, and the place of each pixel's among them.
fn indexed(pixels: &Pixmap) -> Option<(Vec<u8>, Vec<u8>)> {
    let step = |part: u8| (u32::from(part) * STEPS + 127) / 255;
    let mut known: Vec<Option<u8>> = vec![None; COLOURS];
    let (mut palette, mut count) = (Vec::new(), 0_usize);
    let mut indices = Vec::with_capacity(pixels.pixels().len());
    for pixel in pixels.pixels() {
        let steps = [pixel.red(), pixel.green(), pixel.blue()].map(step);
        let at = steps.iter().fold(0, |at, step| at * 16 + step);
        let slot = known.get_mut(usize::try_from(at).ok()?)?;
        let index = match *slot {
            Some(index) => index,
            None => {
                let index = u8::try_from(count).ok()?;
                palette.extend(steps.iter().filter_map(|step| u8::try_from(step * 255 / STEPS).ok()));
                (*slot, count) = (Some(index), count + 1);
                index
            }
        };
        indices.push(index);
    }
    Some((palette, indices))
}
