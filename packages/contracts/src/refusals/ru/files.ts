/** Photos and documents. */
export const files = {
  file_not_uploaded: "Файл ещё не загружен.",
  file_not_ready: "Файл ещё обрабатывается.",
  file_refused: "Файл не подошёл, открыть его нельзя.",
  file_size_differs: "Загружен файл другого размера",
  file_taken: "Файл уже приложен в другом месте",
  unknown_file: "Такого файла нет",
  photo_too_large: "Фото больше {megabytes} МБ.",
  photo_type: "Нужно фото JPG, PNG, WEBP или HEIC.",
  photo_taken: "Фото уже у другой записи",
  unknown_photo: "Такого фото нет",
  document_too_large: "Документ больше {megabytes} МБ.",
  document_type: "Нужен документ PDF, XLSX, DOCX, DWG или ZIP, и тип должен подходить к имени.",
  document_no_thumb: "У документа нет уменьшенной картинки",
  files_a_day:
    "За сутки принимаем до {files} файлов или {gigabytes} ГБ от человека. Остальные отправьте завтра.",
  photos_by_workers: "Файлы прикладывают участники объекта, кроме наблюдателя.",
} as const;
