-- PolicyLibrary, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.policyDocuments
-- _r0: PolicyDocument.audience
-- _l1: PolicyDocument.topics
-- _r1: PolicyDocument.currentEdition
-- _l2: PolicyDocument.editions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from audience _r0
                where _r0.id = _l0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1), ',') || ']'
                from
                  (
                    select _l1.*
                    from
                      policy_document_topic _link
                      join topic _l1 on _l1.id = _link."topic_id"
                    where
                      (
                        _link."document_id" = _l0.id
                        and true
                      )
                    order by
                      _l1."code" asc,
                      _l1."id" asc
                    limit $2::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(
                    json_build_array(
                      (
                        case
                          when _r1.status <> 'PUBLISHED' then null
                          when _r1.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                          when _r1.effective_to < $3::date then _r1.ending
                          else 'IN_FORCE'
                        end
                      )
                    )::text,
                    -1
                  )
                from policy_edition _r1
                where
                  (
                    _r1.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _l0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $3::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $3::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r1.document_id
                        and (
                          (
                            _r1.status = 'PUBLISHED'
                            and (
                              doc.is_public
                              or doc.school_id = any ($4::uuid[])
                              or (
                                doc.school_id is null
                                and (
                                  doc.district_id is null
                                  or doc.district_id = any ($5::uuid[])
                                )
                              )
                            )
                          )
                          or (
                            (
                              doc.created_by_id = $6::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $6::uuid
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
                            or doc.school_id = any ($7::uuid[])
                          )
                        )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."status"::text || '","' || _l2."effective_from"::text || '",' || coalesce('"' || _l2."effective_to"::text || '"', 'null') || ',' || coalesce('"' || _l2."published_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
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
                    from policy_edition _l2
                    where
                      (
                        _l2."document_id" = _l0.id
                        and (
                          _l2.status = 'PUBLISHED'
                          or (
                            (
                              _l0.created_by_id = $6::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $6::uuid
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
                            or _l0.school_id = any ($7::uuid[])
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
              '"' || _l0."id"::text || '","' || _l0."issued_on"::text || '","' || _l0."level"::text || '",' || _l0."is_public"::text || ',' || right(json_build_array(_l0."title", _l0."document_number", _l0."issuer")::text, -1)
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
              from policy_document _l0
              where
                (
                  (
                    (
                      (
                        _l0.created_by_id = $6::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $6::uuid
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
                      or _l0.school_id = any ($7::uuid[])
                    )
                    or (
                      (
                        select true
                        from policy_edition pub
                        where
                          pub.document_id = _l0.id
                          and pub.status = 'PUBLISHED'
                        limit 1
                      )
                      and (
                        _l0.is_public
                        or _l0.school_id = any ($4::uuid[])
                        or (
                          _l0.school_id is null
                          and (
                            _l0.district_id is null
                            or _l0.district_id = any ($5::uuid[])
                          )
                        )
                      )
                    )
                  )
                  and true
                )
              order by
                _l0."issued_on" desc,
                _l0."id" desc
              limit ($9::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from policy_document _l0
      where
        (
          (
            (
              (
                _l0.created_by_id = $6::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $6::uuid
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
              or _l0.school_id = any ($7::uuid[])
            )
            or (
              (
                select true
                from policy_edition pub
                where
                  pub.document_id = _l0.id
                  and pub.status = 'PUBLISHED'
                limit 1
              )
              and (
                _l0.is_public
                or _l0.school_id = any ($4::uuid[])
                or (
                  _l0.school_id is null
                  and (
                    _l0.district_id is null
                    or _l0.district_id = any ($5::uuid[])
                  )
                )
              )
            )
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for staff; teacher + staff (as teacher); staff + auditsSchool
-- _l0: Query.policyDocuments
-- _r0: PolicyDocument.audience
-- _l1: PolicyDocument.topics
-- _r1: PolicyDocument.currentEdition
-- _l2: PolicyDocument.editions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from audience _r0
                where _r0.id = _l0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1), ',') || ']'
                from
                  (
                    select _l1.*
                    from
                      policy_document_topic _link
                      join topic _l1 on _l1.id = _link."topic_id"
                    where
                      (
                        _link."document_id" = _l0.id
                        and true
                      )
                    order by
                      _l1."code" asc,
                      _l1."id" asc
                    limit $2::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(
                    json_build_array(
                      (
                        case
                          when _r1.status <> 'PUBLISHED' then null
                          when _r1.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                          when _r1.effective_to < $3::date then _r1.ending
                          else 'IN_FORCE'
                        end
                      )
                    )::text,
                    -1
                  )
                from policy_edition _r1
                where
                  (
                    _r1.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _l0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $3::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $3::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r1.document_id
                        and (
                          (
                            _r1.status = 'PUBLISHED'
                            and (
                              doc.is_public
                              or doc.school_id = any ($4::uuid[])
                              or (
                                doc.school_id is null
                                and (
                                  doc.district_id is null
                                  or doc.district_id = any ($5::uuid[])
                                )
                              )
                            )
                          )
                          or (
                            doc.created_by_id = $6::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $6::uuid
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
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."status"::text || '","' || _l2."effective_from"::text || '",' || coalesce('"' || _l2."effective_to"::text || '"', 'null') || ',' || coalesce('"' || _l2."published_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
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
                    from policy_edition _l2
                    where
                      (
                        _l2."document_id" = _l0.id
                        and (
                          _l2.status = 'PUBLISHED'
                          or (
                            _l0.created_by_id = $6::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $6::uuid
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
                        and true
                      )
                    order by
                      _l2."effective_from" desc,
                      _l2."id" desc
                    limit $7::int
                  ) _l2
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."issued_on"::text || '","' || _l0."level"::text || '",' || _l0."is_public"::text || ',' || right(json_build_array(_l0."title", _l0."document_number", _l0."issuer")::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $8::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $8::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from policy_document _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $6::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $6::uuid
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
                        from policy_edition pub
                        where
                          pub.document_id = _l0.id
                          and pub.status = 'PUBLISHED'
                        limit 1
                      )
                      and (
                        _l0.is_public
                        or _l0.school_id = any ($4::uuid[])
                        or (
                          _l0.school_id is null
                          and (
                            _l0.district_id is null
                            or _l0.district_id = any ($5::uuid[])
                          )
                        )
                      )
                    )
                  )
                  and true
                )
              order by
                _l0."issued_on" desc,
                _l0."id" desc
              limit ($8::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from policy_document _l0
      where
        (
          (
            (
              _l0.created_by_id = $6::uuid
              and exists (
                select 1
                from staff_assignment own
                where
                  own.staff_id = $6::uuid
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
                from policy_edition pub
                where
                  pub.document_id = _l0.id
                  and pub.status = 'PUBLISHED'
                limit 1
              )
              and (
                _l0.is_public
                or _l0.school_id = any ($4::uuid[])
                or (
                  _l0.school_id is null
                  and (
                    _l0.district_id is null
                    or _l0.district_id = any ($5::uuid[])
                  )
                )
              )
            )
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Query.policyDocuments
-- _r0: PolicyDocument.audience
-- _l1: PolicyDocument.topics
-- _r1: PolicyDocument.currentEdition
-- _l2: PolicyDocument.editions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from audience _r0
                where _r0.id = _l0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1), ',') || ']'
                from
                  (
                    select _l1.*
                    from
                      policy_document_topic _link
                      join topic _l1 on _l1.id = _link."topic_id"
                    where
                      (
                        _link."document_id" = _l0.id
                        and true
                      )
                    order by
                      _l1."code" asc,
                      _l1."id" asc
                    limit $2::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(
                    json_build_array(
                      (
                        case
                          when _r1.status <> 'PUBLISHED' then null
                          when _r1.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                          when _r1.effective_to < $3::date then _r1.ending
                          else 'IN_FORCE'
                        end
                      )
                    )::text,
                    -1
                  )
                from policy_edition _r1
                where
                  (
                    _r1.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _l0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $3::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $3::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r1.document_id
                        and (
                          (
                            _r1.status = 'PUBLISHED'
                            and doc.is_public
                          )
                          or (
                            (
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
                            or (
                              doc.district_id is null
                              or doc.district_id = any ($5::uuid[])
                            )
                          )
                        )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."status"::text || '","' || _l2."effective_from"::text || '",' || coalesce('"' || _l2."effective_to"::text || '"', 'null') || ',' || coalesce('"' || _l2."published_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
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
                    from policy_edition _l2
                    where
                      (
                        _l2."document_id" = _l0.id
                        and (
                          _l2.status = 'PUBLISHED'
                          or (
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
                              _l0.district_id is null
                              or _l0.district_id = any ($5::uuid[])
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
              '"' || _l0."id"::text || '","' || _l0."issued_on"::text || '","' || _l0."level"::text || '",' || _l0."is_public"::text || ',' || right(json_build_array(_l0."title", _l0."document_number", _l0."issuer")::text, -1)
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
              from policy_document _l0
              where
                (
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
                        _l0.district_id is null
                        or _l0.district_id = any ($5::uuid[])
                      )
                    )
                    or (
                      (
                        select true
                        from policy_edition pub
                        where
                          pub.document_id = _l0.id
                          and pub.status = 'PUBLISHED'
                        limit 1
                      )
                      and _l0.is_public
                    )
                  )
                  and true
                )
              order by
                _l0."issued_on" desc,
                _l0."id" desc
              limit ($7::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from policy_document _l0
      where
        (
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
                _l0.district_id is null
                or _l0.district_id = any ($5::uuid[])
              )
            )
            or (
              (
                select true
                from policy_edition pub
                where
                  pub.document_id = _l0.id
                  and pub.status = 'PUBLISHED'
                limit 1
              )
              and _l0.is_public
            )
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _l0: Query.policyDocuments
-- _r0: PolicyDocument.audience
-- _l1: PolicyDocument.topics
-- _r1: PolicyDocument.currentEdition
-- _l2: PolicyDocument.editions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from audience _r0
                where _r0.id = _l0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1), ',') || ']'
                from
                  (
                    select _l1.*
                    from
                      policy_document_topic _link
                      join topic _l1 on _l1.id = _link."topic_id"
                    where
                      (
                        _link."document_id" = _l0.id
                        and true
                      )
                    order by
                      _l1."code" asc,
                      _l1."id" asc
                    limit $2::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(
                    json_build_array(
                      (
                        case
                          when _r1.status <> 'PUBLISHED' then null
                          when _r1.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                          when _r1.effective_to < $3::date then _r1.ending
                          else 'IN_FORCE'
                        end
                      )
                    )::text,
                    -1
                  )
                from policy_edition _r1
                where
                  (
                    _r1.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _l0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $3::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $3::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r1.document_id
                        and (
                          (
                            _r1.status = 'PUBLISHED'
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
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."status"::text || '","' || _l2."effective_from"::text || '",' || coalesce('"' || _l2."effective_to"::text || '"', 'null') || ',' || coalesce('"' || _l2."published_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
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
                    from policy_edition _l2
                    where
                      (
                        _l2."document_id" = _l0.id
                        and (
                          _l2.status = 'PUBLISHED'
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
              '"' || _l0."id"::text || '","' || _l0."issued_on"::text || '","' || _l0."level"::text || '",' || _l0."is_public"::text || ',' || right(json_build_array(_l0."title", _l0."document_number", _l0."issuer")::text, -1)
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
              from policy_document _l0
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
                        from policy_edition pub
                        where
                          pub.document_id = _l0.id
                          and pub.status = 'PUBLISHED'
                        limit 1
                      )
                      and _l0.is_public
                    )
                  )
                  and true
                )
              order by
                _l0."issued_on" desc,
                _l0."id" desc
              limit ($6::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from policy_document _l0
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
                from policy_edition pub
                where
                  pub.document_id = _l0.id
                  and pub.status = 'PUBLISHED'
                limit 1
              )
              and _l0.is_public
            )
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.policyDocuments
-- _r0: PolicyDocument.audience
-- _l1: PolicyDocument.topics
-- _r1: PolicyDocument.currentEdition
-- _l2: PolicyDocument.editions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from audience _r0
                where _r0.id = _l0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l1."id"::text || '",' || right(json_build_array(_l1."name")::text, -1), ',') || ']'
                from
                  (
                    select _l1.*
                    from
                      policy_document_topic _link
                      join topic _l1 on _l1.id = _link."topic_id"
                    where
                      (
                        _link."document_id" = _l0.id
                        and true
                      )
                    order by
                      _l1."code" asc,
                      _l1."id" asc
                    limit $2::int
                  ) _l1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(
                    json_build_array(
                      (
                        case
                          when _r1.status <> 'PUBLISHED' then null
                          when _r1.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                          when _r1.effective_to < $3::date then _r1.ending
                          else 'IN_FORCE'
                        end
                      )
                    )::text,
                    -1
                  )
                from policy_edition _r1
                where
                  (
                    _r1.id = (
                      select cur.id
                      from policy_edition cur
                      where
                        cur.document_id = _l0.id
                        and cur.status = 'PUBLISHED'
                      order by
                        (
                          cur.effective_from <= $3::date
                          and (
                            cur.effective_to is null
                            or cur.effective_to >= $3::date
                          )
                        ) desc,
                        cur.effective_from desc
                      limit 1
                    )
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r1.document_id
                        and (
                          (
                            _r1.status = 'PUBLISHED'
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
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l2."id"::text || '",' || _l2."number"::text || ',"' || _l2."status"::text || '","' || _l2."effective_from"::text || '",' || coalesce('"' || _l2."effective_to"::text || '"', 'null') || ',' || coalesce('"' || _l2."published_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
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
                    from policy_edition _l2
                    where
                      (
                        _l2."document_id" = _l0.id
                        and (
                          _l2.status = 'PUBLISHED'
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
              '"' || _l0."id"::text || '","' || _l0."issued_on"::text || '","' || _l0."level"::text || '",' || _l0."is_public"::text || ',' || right(json_build_array(_l0."title", _l0."document_number", _l0."issuer")::text, -1)
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
              from policy_document _l0
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
                        from policy_edition pub
                        where
                          pub.document_id = _l0.id
                          and pub.status = 'PUBLISHED'
                        limit 1
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
                _l0."issued_on" desc,
                _l0."id" desc
              limit ($9::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from policy_document _l0
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
                from policy_edition pub
                where
                  pub.document_id = _l0.id
                  and pub.status = 'PUBLISHED'
                limit 1
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
    ) || ']' || ']'
  end;
