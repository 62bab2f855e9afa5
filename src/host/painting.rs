//! Paints an SVG into a PNG by the browser's own means: an image of it on a canvas.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, FileReader, HtmlCanvasElement, HtmlImageElement, Url,
};

/// Paints the drawing at this size in pixels and hands over the bytes of the PNG; nothing where the browser refuses.
pub(super) fn paint(svg: &str, size: (u32, u32), done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    load(svg, move |image| match image.and_then(|image| put_on_canvas(&image, size).ok()) {
        Some(canvas) => take_png(&canvas, once(done)),
        None => done(None),
    });
}

/// Loads the drawing and hands over the image; nothing where the browser refuses.
pub(super) fn load(svg: &str, done: impl FnOnce(Option<HtmlImageElement>) + 'static) {
    let finish = once(done);
    let Ok((image, address)) = image_of(svg) else { return finish(None) };
    let (drawn, at) = (image.clone(), address.clone());
    let failed = finish.clone();
    // The browser calls one of the two, and then lets both go with the image.
    let on_load = Closure::once_into_js(move || {
        drawn.set_onerror(None);
        finish(Some(drawn));
        let _ = Url::revoke_object_url(&at);
    });
    let on_error = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
        failed(None);
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_onerror(Some(on_error.unchecked_ref()));
}

/// The same function as one that can be handed to several: the first that calls it is the only one.
fn once<T>(done: impl FnOnce(T) + 'static) -> impl Fn(T) + Clone + 'static {
    let done = Rc::new(Cell::new(Some(done)));
    move |outcome| {
        if let Some(done) = done.take() {
            done(outcome);
        }
    }
}

/// An image that begins to load the drawing, and the address it has meanwhile.
fn image_of(svg: &str) -> Result<(HtmlImageElement, String), JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &bag)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    Ok((image, address))
}

fn put_on_canvas(
    image: &HtmlImageElement,
    (width, height): (u32, u32),
) -> Result<HtmlCanvasElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.into())?;
    Ok(canvas)
}

fn take_png(canvas: &HtmlCanvasElement, finish: impl Fn(Option<Vec<u8>>) + Clone + 'static) {
    let refused = finish.clone();
    let on_blob = Closure::once_into_js(move |blob: JsValue| match blob.dyn_into::<Blob>() {
        Ok(blob) => read(&blob, finish),
        Err(_) => finish(None),
    });
    if canvas.to_blob(on_blob.unchecked_ref()).is_err() {
        refused(None);
    }
}

fn read(blob: &Blob, finish: impl Fn(Option<Vec<u8>>) + 'static) {
    let Ok(reader) = FileReader::new() else { return finish(None) };
    let source = reader.clone();
    let loaded = Closure::once_into_js(move || {
        let bytes = source.result().ok().filter(|result| !result.is_null());
        finish(bytes.map(|buffer| Uint8Array::new(&buffer).to_vec()));
    });
    reader.set_onloadend(Some(loaded.unchecked_ref()));
    let _ = reader.read_as_array_buffer(blob);
}
