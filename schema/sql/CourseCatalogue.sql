-- CourseCatalogue, asked as teacher-parent: answered by statement

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.courses
-- _r0: Course.publishedEdition
-- _l1: CourseEdition.lessons
-- _r1: Lesson.lecturer
-- _l2: CourseEdition.citedEditions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name", _r1."title")::text, -1)
                              from lecturer _r1
                              where _r1.id = _l1."lecturer_id"
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || _l1."duration_seconds"::text || ',' || right(json_build_array(_l1."title")::text, -1)
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from lesson _l1
                          where
                            (
                              _l1."edition_id" = _r0.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit $2::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."effective_from"::text || '",' || right(
                            json_build_array(
                              _l2."title",
                              (
                                case
                                  when _l2.status <> 'PUBLISHED' then null
                                  when _l2.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                                  when _l2.effective_to < $3::date then _l2.ending
                                  else 'IN_FORCE'
                                end
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l2.*
                          from
                            course_citation _link
                            join policy_edition _l2 on _l2.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r0.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l2.document_id
                                  and (
                                    (
                                      _l2.status = 'PUBLISHED'
                                      and (
                                        doc.is_public
                                        or exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = doc.audience_id
                                            and t.key = any ($4::text[])
                                        )
                                        or doc.school_id = any ($5::uuid[])
                                        or (
                                          doc.school_id is null
                                          and (
                                            doc.district_id is null
                                            or doc.district_id = any ($6::uuid[])
                                          )
                                        )
                                      )
                                    )
                                    or (
                                      doc.created_by_id = $7::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $7::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $3::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $3::date
                                          )
                                          and (
                                            own.school_id = doc.school_id
                                            or (
                                              doc.school_id is null
                                              and coalesce(doc.district_id, own.district_id) = own.district_id
                                            )
                                          )
                                      )
                                    )
                                  )
                              )
                              and true
                            )
                          order by
                            _l2."effective_from" desc,
                            _l2."id" desc
                          limit $8::int
                        ) _l2
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r0."id"::text || '",' || _r0."number"::text || ',' || _r0."credit_minutes"::text || ',' || right(json_build_array(_r0."summary")::text, -1)
                  )
                from course_edition _r0
                where
                  (
                    _r0."course_id" = _l0.id
                    and (
                      (
                        _r0.status = 'PUBLISHED'
                        or (
                          _r0.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        _l0.created_by_id = $7::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $7::uuid
                            and own.ended_at is null
                            and own.valid_from <= $3::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $3::date
                            )
                            and (
                              own.school_id = _l0.school_id
                              or (
                                _l0.school_id is null
                                and coalesce(_l0.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                    )
                    and _r0.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."published_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."title",
                  (
                    select ceil(sum(lsn.duration_seconds) / 60.0)::int
                    from
                      course_edition pub
                      join lesson lsn on lsn.edition_id = pub.id
                    where
                      pub.course_id = _l0.id
                      and pub.status = 'PUBLISHED'
                  ),
                  (
                    exists (
                      select 1
                      from
                        course_edition own
                        join course_citation cit on cit.course_edition_id = own.id
                        join policy_edition cited on cited.id = cit.policy_edition_id
                      where
                        own.course_id = _l0.id
                        and own.status = 'PUBLISHED'
                        and (
                          cited.status = 'WITHDRAWN'
                          or (
                            cited.status = 'PUBLISHED'
                            and cited.effective_to < $3::date
                          )
                        )
                    )
                  ),
                  _l0."listed_at"::text
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $9::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $9::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from course _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $7::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $7::uuid
                          and own.ended_at is null
                          and own.valid_from <= $3::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $3::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      (
                        select true
                        from course_edition pub
                        where
                          pub.course_id = _l0.id
                          and pub.status = 'PUBLISHED'
                      )
                      and (
                        _l0.is_public
                        or exists (
                          select 1
                          from audience_target t
                          where
                            t.audience_id = _l0.audience_id
                            and t.key = any ($4::text[])
                        )
                        or _l0.school_id = any ($5::uuid[])
                        or (
                          _l0.school_id is null
                          and (
                            _l0.district_id is null
                            or _l0.district_id = any ($6::uuid[])
                          )
                        )
                      )
                    )
                  )
                  and true
                )
              order by
                _l0."listed_at" desc,
                _l0."id" desc
              limit ($9::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guest
-- _l0: Query.courses
-- _r0: Course.publishedEdition
-- _l1: CourseEdition.lessons
-- _r1: Lesson.lecturer
-- _l2: CourseEdition.citedEditions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name", _r1."title")::text, -1)
                              from lecturer _r1
                              where _r1.id = _l1."lecturer_id"
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || _l1."duration_seconds"::text || ',' || right(json_build_array(_l1."title")::text, -1)
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from lesson _l1
                          where
                            (
                              _l1."edition_id" = _r0.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit $2::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."effective_from"::text || '",' || right(
                            json_build_array(
                              _l2."title",
                              (
                                case
                                  when _l2.status <> 'PUBLISHED' then null
                                  when _l2.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                                  when _l2.effective_to < $3::date then _l2.ending
                                  else 'IN_FORCE'
                                end
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l2.*
                          from
                            course_citation _link
                            join policy_edition _l2 on _l2.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r0.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l2.document_id
                                  and (
                                    _l2.status = 'PUBLISHED'
                                    and doc.is_public
                                  )
                              )
                              and true
                            )
                          order by
                            _l2."effective_from" desc,
                            _l2."id" desc
                          limit $4::int
                        ) _l2
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r0."id"::text || '",' || _r0."number"::text || ',' || _r0."credit_minutes"::text || ',' || right(json_build_array(_r0."summary")::text, -1)
                  )
                from course_edition _r0
                where
                  (
                    _r0."course_id" = _l0.id
                    and (
                      _r0.status = 'PUBLISHED'
                      or (
                        _r0.status = 'SUPERSEDED'
                        and (
                          select true
                          from course_edition pub
                          where
                            pub.course_id = _l0.id
                            and pub.status = 'PUBLISHED'
                        )
                      )
                    )
                    and _r0.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."published_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."title",
                  (
                    select ceil(sum(lsn.duration_seconds) / 60.0)::int
                    from
                      course_edition pub
                      join lesson lsn on lsn.edition_id = pub.id
                    where
                      pub.course_id = _l0.id
                      and pub.status = 'PUBLISHED'
                  ),
                  (
                    exists (
                      select 1
                      from
                        course_edition own
                        join course_citation cit on cit.course_edition_id = own.id
                        join policy_edition cited on cited.id = cit.policy_edition_id
                      where
                        own.course_id = _l0.id
                        and own.status = 'PUBLISHED'
                        and (
                          cited.status = 'WITHDRAWN'
                          or (
                            cited.status = 'PUBLISHED'
                            and cited.effective_to < $3::date
                          )
                        )
                    )
                  ),
                  _l0."listed_at"::text
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $5::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $5::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from course _l0
              where
                (
                  (
                    (
                      select true
                      from course_edition pub
                      where
                        pub.course_id = _l0.id
                        and pub.status = 'PUBLISHED'
                    )
                    and _l0.is_public
                  )
                  and true
                )
              order by
                _l0."listed_at" desc,
                _l0."id" desc
              limit ($5::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _l0: Query.courses
-- _r0: Course.publishedEdition
-- _l1: CourseEdition.lessons
-- _r1: Lesson.lecturer
-- _l2: CourseEdition.citedEditions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name", _r1."title")::text, -1)
                              from lecturer _r1
                              where _r1.id = _l1."lecturer_id"
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || _l1."duration_seconds"::text || ',' || right(json_build_array(_l1."title")::text, -1)
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from lesson _l1
                          where
                            (
                              _l1."edition_id" = _r0.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit $2::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."effective_from"::text || '",' || right(
                            json_build_array(
                              _l2."title",
                              (
                                case
                                  when _l2.status <> 'PUBLISHED' then null
                                  when _l2.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                                  when _l2.effective_to < $3::date then _l2.ending
                                  else 'IN_FORCE'
                                end
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l2.*
                          from
                            course_citation _link
                            join policy_edition _l2 on _l2.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r0.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l2.document_id
                                  and (
                                    (
                                      _l2.status = 'PUBLISHED'
                                      and doc.is_public
                                    )
                                    or (
                                      doc.created_by_id = $4::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $4::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $3::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $3::date
                                          )
                                          and (
                                            own.school_id = doc.school_id
                                            or (
                                              doc.school_id is null
                                              and coalesce(doc.district_id, own.district_id) = own.district_id
                                            )
                                          )
                                      )
                                    )
                                  )
                              )
                              and true
                            )
                          order by
                            _l2."effective_from" desc,
                            _l2."id" desc
                          limit $5::int
                        ) _l2
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r0."id"::text || '",' || _r0."number"::text || ',' || _r0."credit_minutes"::text || ',' || right(json_build_array(_r0."summary")::text, -1)
                  )
                from course_edition _r0
                where
                  (
                    _r0."course_id" = _l0.id
                    and (
                      (
                        _r0.status = 'PUBLISHED'
                        or (
                          _r0.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        _l0.created_by_id = $4::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $4::uuid
                            and own.ended_at is null
                            and own.valid_from <= $3::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $3::date
                            )
                            and (
                              own.school_id = _l0.school_id
                              or (
                                _l0.school_id is null
                                and coalesce(_l0.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                    )
                    and _r0.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."published_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."title",
                  (
                    select ceil(sum(lsn.duration_seconds) / 60.0)::int
                    from
                      course_edition pub
                      join lesson lsn on lsn.edition_id = pub.id
                    where
                      pub.course_id = _l0.id
                      and pub.status = 'PUBLISHED'
                  ),
                  (
                    exists (
                      select 1
                      from
                        course_edition own
                        join course_citation cit on cit.course_edition_id = own.id
                        join policy_edition cited on cited.id = cit.policy_edition_id
                      where
                        own.course_id = _l0.id
                        and own.status = 'PUBLISHED'
                        and (
                          cited.status = 'WITHDRAWN'
                          or (
                            cited.status = 'PUBLISHED'
                            and cited.effective_to < $3::date
                          )
                        )
                    )
                  ),
                  _l0."listed_at"::text
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $6::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $6::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from course _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $4::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $4::uuid
                          and own.ended_at is null
                          and own.valid_from <= $3::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $3::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      (
                        select true
                        from course_edition pub
                        where
                          pub.course_id = _l0.id
                          and pub.status = 'PUBLISHED'
                      )
                      and _l0.is_public
                    )
                  )
                  and true
                )
              order by
                _l0."listed_at" desc,
                _l0."id" desc
              limit ($6::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guardian (as parent)
-- _l0: Query.courses
-- _r0: Course.publishedEdition
-- _l1: CourseEdition.lessons
-- _r1: Lesson.lecturer
-- _l2: CourseEdition.citedEditions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name", _r1."title")::text, -1)
                              from lecturer _r1
                              where _r1.id = _l1."lecturer_id"
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || _l1."duration_seconds"::text || ',' || right(json_build_array(_l1."title")::text, -1)
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from lesson _l1
                          where
                            (
                              _l1."edition_id" = _r0.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit $2::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."effective_from"::text || '",' || right(
                            json_build_array(
                              _l2."title",
                              (
                                case
                                  when _l2.status <> 'PUBLISHED' then null
                                  when _l2.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                                  when _l2.effective_to < $3::date then _l2.ending
                                  else 'IN_FORCE'
                                end
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l2.*
                          from
                            course_citation _link
                            join policy_edition _l2 on _l2.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r0.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l2.document_id
                                  and (
                                    (
                                      _l2.status = 'PUBLISHED'
                                      and (
                                        doc.is_public
                                        or exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = doc.audience_id
                                            and t.key = any ($4::text[])
                                        )
                                      )
                                    )
                                    or (
                                      doc.created_by_id = $5::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $5::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $3::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $3::date
                                          )
                                          and (
                                            own.school_id = doc.school_id
                                            or (
                                              doc.school_id is null
                                              and coalesce(doc.district_id, own.district_id) = own.district_id
                                            )
                                          )
                                      )
                                    )
                                  )
                              )
                              and true
                            )
                          order by
                            _l2."effective_from" desc,
                            _l2."id" desc
                          limit $6::int
                        ) _l2
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r0."id"::text || '",' || _r0."number"::text || ',' || _r0."credit_minutes"::text || ',' || right(json_build_array(_r0."summary")::text, -1)
                  )
                from course_edition _r0
                where
                  (
                    _r0."course_id" = _l0.id
                    and (
                      (
                        _r0.status = 'PUBLISHED'
                        or (
                          _r0.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        _l0.created_by_id = $5::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $5::uuid
                            and own.ended_at is null
                            and own.valid_from <= $3::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $3::date
                            )
                            and (
                              own.school_id = _l0.school_id
                              or (
                                _l0.school_id is null
                                and coalesce(_l0.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                    )
                    and _r0.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."published_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."title",
                  (
                    select ceil(sum(lsn.duration_seconds) / 60.0)::int
                    from
                      course_edition pub
                      join lesson lsn on lsn.edition_id = pub.id
                    where
                      pub.course_id = _l0.id
                      and pub.status = 'PUBLISHED'
                  ),
                  (
                    exists (
                      select 1
                      from
                        course_edition own
                        join course_citation cit on cit.course_edition_id = own.id
                        join policy_edition cited on cited.id = cit.policy_edition_id
                      where
                        own.course_id = _l0.id
                        and own.status = 'PUBLISHED'
                        and (
                          cited.status = 'WITHDRAWN'
                          or (
                            cited.status = 'PUBLISHED'
                            and cited.effective_to < $3::date
                          )
                        )
                    )
                  ),
                  _l0."listed_at"::text
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $7::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $7::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from course _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $5::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $5::uuid
                          and own.ended_at is null
                          and own.valid_from <= $3::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $3::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      (
                        select true
                        from course_edition pub
                        where
                          pub.course_id = _l0.id
                          and pub.status = 'PUBLISHED'
                      )
                      and (
                        _l0.is_public
                        or exists (
                          select 1
                          from audience_target t
                          where
                            t.audience_id = _l0.audience_id
                            and t.key = any ($4::text[])
                        )
                      )
                    )
                  )
                  and true
                )
              order by
                _l0."listed_at" desc,
                _l0."id" desc
              limit ($7::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
